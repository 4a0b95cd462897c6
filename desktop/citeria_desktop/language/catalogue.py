"""Which languages the interface speaks, and how Qt is made to speak one.

Words stand in `resources/citeria_resources/translations/LANGUAGE.ts` (Qt Linguist's form) and are read from the `.qm`
beside it; `make translations` brings both up to date. English is the language of the source and needs no catalogue.
"""

from importlib.resources import as_file
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

import citeria_resources

ENGLISH: Final = "en"
LANGUAGES: Final = {ENGLISH: "English", "zh": "简体中文"}
ANYWHERE: Final = "*"  # the context that holds every unambiguous text, whatever class says it
_QT_NAMES: Final = {"zh": "zh_CN"}  # what Qt calls the language in its own catalogues
_PROPERTY: Final = "citeria_language"


class Catalogue(QTranslator):
    """The words of one language. A text that its own context lacks is looked up among those of all contexts.

    Qt asks by the name of the class that says a text, lupdate files it under the class that it reads it in; these
    differ for subclasses and for functions outside a class.
    """

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        with as_file(citeria_resources.translation(code)) as path:
            self.load(str(path))

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt hands it over by this name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The translation, or None for a text that is not translated."""
        found = super().translate(context, sourceText, disambiguation, n)
        return found or super().translate(ANYWHERE, sourceText, disambiguation, n) or None


def speak(application: QCoreApplication, code: str) -> None:
    """Make the whole application speak a language; widgets that exist keep the words they were made with.

    Raises `KeyError` for a language that is not in `LANGUAGES`.
    """
    if code not in LANGUAGES:
        raise KeyError(code)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    application.setProperty(_PROPERTY, code)
    if code == ENGLISH:
        return
    own = QTranslator(application)  # Qt's dialogs and context menus
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own.load(str(Path(folder) / f"qtbase_{_QT_NAMES[code]}.qm")):
        application.installTranslator(own)
    application.installTranslator(Catalogue(code, application))


def spoken() -> str:
    """The language that the application speaks."""
    application = QCoreApplication.instance()
    return ENGLISH if application is None else str(application.property(_PROPERTY) or ENGLISH)
