"""Text for a tooltip: Qt reads as HTML whatever looks like it, and a title is never HTML."""

from html import escape

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """The text as it is; one that Qt would take for HTML is escaped, so that it is shown as it is."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>"
