"""What a file is, told by its first bytes and never by its name; and under which name it is safe to write it down.

Only kinds that a viewer shows are archived: PDF, HTML, pictures, plain text. SVG is none: it may carry a script.
"""

import codecs
import re
import unicodedata
from typing import Final

HEAD_BYTES: Final = 4096
_MOST_STEM: Final = 120  # bytes in UTF-8; a file system takes 255, with room for what a viewer may add
_SUFFIXES: Final = {
    "application/pdf": (".pdf",),
    "text/html": (".html", ".htm"),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/tiff": (".tif", ".tiff"),
    "text/plain": (".txt",),
}
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_PDF_WITHIN: Final = 1024  # bytes before `%PDF-` that readers put up with
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED: Final = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r'[<>:"|?*/\\]')


def kind_of(head: bytes) -> str | None:
    """Give the media type of a file that begins with these bytes, or None if it is none that is archived."""
    for magic, mime in _MAGIC:
        if head.startswith(magic):
            return mime
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    if b"%PDF-" in head[: _PDF_WITHIN + 5]:
        return "application/pdf"
    text = _text(head)
    if text is None:
        return "text/html" if _PAGE.match(head.decode("latin-1")) and b"\0" not in head else None
    return "text/html" if _PAGE.match(text) else "text/plain"


def encoding_of(head: bytes) -> tuple[int, str]:
    """Give the length of the byte order mark that a text begins with, and its encoding; (0, "ascii") without one."""
    return next(((len(mark), name) for mark, name in _BOMS if head.startswith(mark)), (0, "ascii"))


def _text(head: bytes) -> str | None:
    """The beginning of a text in UTF-8 or with a byte order mark; None if it is something else."""
    length, name = encoding_of(head)
    try:
        text = codecs.getincrementaldecoder("utf-8" if name == "ascii" else name)().decode(head[length:])
    except UnicodeDecodeError:
        return None
    return None if "\0" in text or not text.strip() else text


def safe_name(name: str, mime: str) -> str:
    """Make of any name one that every file system takes, inside its folder, with the ending of its kind and no other.

    Folders before it go, and so do signs that cannot be seen, that turn the direction of writing, or that Windows
    forbids; its reserved names (CON, NUL, COM1 …) get a line before them.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if not unicodedata.category(sign).startswith("C"))
    plain = _FORBIDDEN.sub("_", seen).strip(" .")
    endings = _SUFFIXES.get(mime, (".txt",))
    stem, ending = plain, endings[0]
    for known in endings:
        if plain.lower().endswith(known):
            stem, ending = plain[: -len(known)].rstrip(" ."), known
    stem = stem.encode()[:_MOST_STEM].decode(errors="ignore").rstrip(" .") or "copy"
    if _RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    return f"{stem}{ending}"
