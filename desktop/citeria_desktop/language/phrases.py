"""Words that core and db make in English, said in the language of the interface.

Errors, labels of steps, reasons for a missing rank are made where nobody knows the language: a template filled with
values. Here the template is found again in what was said, and its translation is filled with the same values, each of
them said in turn. The templates are gathered from the code by `make translations`; what matches none stays English.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

import citeria_resources
from citeria_core.errors import CombinedError, KnownError
from citeria_desktop.language.catalogue import ENGLISH, spoken
from citeria_desktop.language.window_words import in_window
from citeria_desktop.speech import Speech

_CONTEXT = "phrases"
_PLACE = re.compile(r"\{(\w*)[^{}]*\}")


@dataclass(frozen=True, slots=True)
class _Template:
    text: str
    pattern: re.Pattern[str]
    weight: int  # letters that are not a value: the more, the surer the match

    @classmethod
    def of(cls, text: str) -> "_Template":
        parts, at, seen = [], 0, set[str]()
        for place in _PLACE.finditer(text):
            parts.append(re.escape(text[at : place.start()]))
            name = place.group(1)
            parts.append(f"(?P=p{name})" if name in seen else f"(?P<p{name}>.*?)")
            seen.add(name)
            at = place.end()
        parts.append(re.escape(text[at:]))
        return cls(text, re.compile("".join(parts), re.DOTALL), len(_PLACE.sub("", text)))


def say(text: str) -> str:
    """`text`, made by core or db, in the language of the interface; several lines are said line by line."""
    language = spoken()
    if language == ENGLISH or not text:
        return text
    return _said(text, language)


def speech() -> Speech:
    """The words of the interface, for a session to speak in."""
    return Speech(spoken(), QCoreApplication.translate, say)


def error_words(error: KnownError) -> str:
    """What an error says in the window, in the language of the interface."""
    if isinstance(error, CombinedError):
        return "\n".join(error_words(one) for one in error.errors)
    return say(in_window(error))


@lru_cache(maxsize=4096)
def _said(text: str, language: str) -> str:
    whole = QCoreApplication.translate(_CONTEXT, text)
    if whole != text:
        return whole
    for template in _templates():
        found = template.pattern.fullmatch(text)
        if found is None:
            continue
        said = QCoreApplication.translate(_CONTEXT, template.text)
        if said != template.text:
            return _filled(said, {name[1:]: _said(value, language) for name, value in found.groupdict().items()})
    if "\n" in text:
        return "\n".join(_said(line, language) for line in text.split("\n"))
    return text


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values[place.group(1)], template)


@lru_cache(maxsize=1)
def _templates() -> tuple[_Template, ...]:
    """Every template with a place for a value, those with most words first."""
    made = [_Template.of(text) for text in citeria_resources.phrases() if _PLACE.search(text)]
    return tuple(sorted(made, key=lambda template: -template.weight))
