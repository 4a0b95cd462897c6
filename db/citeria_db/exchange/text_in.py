"""Text from files of unknown origin: decoded if its encoding can be told, refused in words if not.

UTF-8 and whatever bears a byte order mark are certain. Without one, UTF-16 is told by its zero bytes, and GB 18030 from
Windows-1251 by what the bytes would say: Chinese as it is written keeps to the first level of GB 2312, Russian to runs
of letters. Nothing else is guessed.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from citeria_core.errors import KnownError

MOST_BYTES: Final = 32 * 1024 * 1024
_SAMPLE: Final = 256 * 1024  # bytes looked at to tell an encoding
_MARKS: Final = (  # UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON_HAN: Final = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]")  # first level; its punctuation
_LEAST: Final = 8  # bytes above ASCII from which something is concluded
_FIRST_SMALL: Final = 0xE0  # of Windows-1251's Cyrillic letters
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
_CYRILLIC_RUN: Final = re.compile(rb"[\xc0-\xff\xa8\xb8]{3,}")


class UnreadableFileError(KnownError):
    """A file that cannot be read as text at all."""

    code = "unreadable_references"
    template = "“{file}” cannot be read: {problem}. Nothing was changed."


class UnknownEncodingError(UnreadableFileError):
    """Bytes whose encoding cannot be told with certainty."""

    code = "unknown_encoding"
    template = (
        "“{file}” is not UTF-8, and which encoding it is cannot be told with certainty (first at byte {byte})."
        " Save it as UTF-8, or name the encoding with `--encoding`, as in `--encoding windows-1252`."
        " Nothing was changed."
    )


class WrongEncodingError(UnreadableFileError):
    """Bytes that are not what they were said to be."""

    code = "wrong_encoding"
    template = "“{file}” cannot be read as {encoding}: {problem}. Name another with `--encoding`. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Read:
    """A text, its encoding, and whether that was concluded from the bytes alone."""

    text: str
    encoding: str
    guessed: bool = False


def read(path: Path, encoding: str | None = None) -> Read:
    """Read a whole file; line ends become `\\n`. At most `MOST_BYTES`; `UnreadableFileError` and its kin."""
    raw = _bytes(path)
    if encoding is not None:
        return _as_named(path, raw, encoding)
    named = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    if named is not None:
        return _as_named(path, raw, named)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = _guess(raw)
        if guess is None:
            raise UnknownEncodingError(file=path, byte=error.start + 1) from error
        return Read(_lines(raw.decode(guess)), guess, guessed=True)
    if "\0" in text:
        guess = _utf_16(raw)
        if guess is None:
            raise UnreadableFileError(file=path, problem="it holds bytes that belong to no text")
        return Read(_lines(raw.decode(guess)), guess, guessed=True)
    return Read(_lines(text), "utf-8")


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFileError(file=path, problem="it is a folder")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(file=path, problem=error.strerror or str(error)) from error
    if len(raw) > MOST_BYTES:
        raise UnreadableFileError(file=path, problem=f"it is larger than {MOST_BYTES // 2**20} MB; split it")
    return raw


def _as_named(path: Path, raw: bytes, encoding: str) -> Read:
    try:
        return Read(_lines(raw.decode(encoding)), encoding)
    except (LookupError, ValueError) as error:
        problem = "there is no such encoding" if isinstance(error, LookupError) else str(error)
        raise WrongEncodingError(file=path, encoding=encoding, problem=problem) from error


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _guess(raw: bytes) -> str | None:
    if b"\0" in raw[:_SAMPLE]:
        return _utf_16(raw)
    sample = raw[:_SAMPLE]
    high = sum(len(run) for run in _HIGH_RUN.findall(sample))
    common = sum(len(pair) for run in _HIGH_RUN.findall(sample) for pair in _COMMON_HAN.findall(run))
    if common >= max(0.8 * high, _LEAST) and _decodes(raw, "gb18030"):
        return "gb18030"
    letters = b"".join(_CYRILLIC_RUN.findall(sample))
    small = sum(letter >= _FIRST_SMALL for letter in letters)  # in KOI8-R and ISO 8859-5 most would be capitals
    if len(letters) >= max(0.8 * high, _LEAST) and small >= 0.6 * len(letters) and common < 0.5 * high:
        return "cp1251" if _decodes(raw, "cp1251") else None
    return None


def _utf_16(raw: bytes) -> str | None:
    """UTF-16 without a mark: almost all zero bytes of a text with ASCII in it stand on one side."""
    sample = raw[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(raw) % 2 or even + odd < len(sample) // 20:
        return None
    encoding = "utf-16-le" if odd > 10 * even else "utf-16-be" if even > 10 * odd else None
    return encoding if encoding and _decodes(raw, encoding) else None


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
