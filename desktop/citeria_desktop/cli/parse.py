"""The command that reads printed numbers, a line of standard input each, and says what every one may mean."""

import argparse
import codecs
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from citeria_core.errors import KnownError

if TYPE_CHECKING:
    from citeria_core.printed.reading import Reading
    from citeria_core.printed.understand import Understood
    from citeria_desktop.cli.opening import Subparsers

_PIECE: Final = 4096  # bytes of a line looked at; what is longer is no number and passes by in pieces


class NotUtf8Error(KnownError):
    """Bytes that are no UTF-8."""

    code = "not_utf8"
    template = (
        "Line {line} of the input is not UTF-8, so it was not read, nor was what follows."
        " Save the text as UTF-8, or convert it with `iconv -t UTF-8`."
    )


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    parse = subparsers.add_parser("parse", help="read printed numbers, one a line of standard input")
    parse.add_argument("--locale", default=None, metavar="L", help="how they are written: en, de, fr, ru, zh, en-AU")
    parse.add_argument("--json", action="store_true", help="one JSON object a line, with every reading")
    parse.set_defaults(run=_parse)


def _parse(arguments: argparse.Namespace) -> int:
    # Imported here: the tables of words would slow the start of every other command.
    from citeria_core.printed.locales import decimal_mark
    from citeria_core.printed.understand import Understood, understand

    if arguments.locale is not None:
        decimal_mark(arguments.locale)
    for line in _lines(sys.stdin.buffer):
        understood = Understood(()) if line is None else understand(line, arguments.locale)
        told = _json(understood) if arguments.json else _words(line, understood)
        print(told, flush=True)  # whoever sends a line may wait for its answer
    return 0


def _lines(stream: BinaryIO) -> Iterator[str | None]:
    """Each line of `stream`, None for one too long to be a number; raises `NotUtf8Error` at the first that is not."""
    number = 0
    while piece := stream.readline(_PIECE):
        number += 1
        decoder = codecs.getincrementaldecoder("utf-8-sig" if number == 1 else "utf-8")()
        is_short = len(piece) < _PIECE or piece.endswith(b"\n")
        try:
            text = decoder.decode(piece)
            while len(piece) == _PIECE and not piece.endswith(b"\n"):
                piece = stream.readline(_PIECE)
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise NotUtf8Error(line=number) from error
        yield text.rstrip("\r\n") if is_short else None


def _json(understood: "Understood") -> str:
    readings = [_reading(reading) for reading in understood.readings]
    return json.dumps({"readings": readings, "ambiguous": understood.ambiguous}, ensure_ascii=False, allow_nan=False)


def _reading(reading: "Reading") -> dict[str, object]:
    return {
        "value": reading.value,
        "low": reading.low,
        "high": reading.high,
        "qualifier": str(reading.qualifier),
        "unit": reading.unit or None,
        "multiplier": reading.multiplier,
        "currency": reading.currency or None,
        "period": None if reading.period is None else str(reading.period),
        "status": None if reading.status is None else str(reading.status),
    }


def _words(line: str | None, understood: "Understood") -> str:
    from citeria_core.printed.understand import in_words

    if not understood.readings:
        return "no number" if line is None else f"{line}: no number"
    said = " or ".join(map(in_words, understood.readings))
    return f"{line}: {said}"
