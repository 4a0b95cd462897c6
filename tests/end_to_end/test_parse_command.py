"""`citeria parse`: printed numbers in, a line each, their readings out."""

import io
import json
import subprocess
import sys

import pytest

from citeria_desktop.__main__ import main

KEYS = ["value", "low", "high", "qualifier", "unit", "multiplier", "currency", "period", "status"]
NOTHING = {"readings": [], "ambiguous": False}


class Parse:
    """The command in this process: bytes to its standard input, what it prints."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, given: str | bytes, *options: str) -> tuple[int, str, str]:
        told = given if isinstance(given, bytes) else given.encode()
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(told)))
        code = main(("parse", *options))
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err

    def lines(self, given: str | bytes, *options: str) -> list[dict[str, object]]:
        code, out, err = self(given, *options, "--json")
        assert (code, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def parse(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Parse:
    return Parse(capsys, monkeypatch)


def test_each_line_gives_one_line_of_json_with_the_value_multiplied_out(parse: Parse) -> None:
    first, second = parse.lines("38 万\nmore than 100 billion RMB planned in 2018/2019\n")
    assert first["ambiguous"] is False
    assert first["readings"] == [dict(zip(KEYS, [380000, None, None, "=", None, 10000, None, None, None], strict=True))]
    said = [1e11, 1e11, None, ">", None, 1e9, "CNY", "2018/2019", "planned"]
    assert second["readings"] == [dict(zip(KEYS, said, strict=True))]


def test_an_ambiguous_line_gives_both_readings_and_a_locale_settles_it(parse: Parse) -> None:
    (asked,) = parse.lines("31,206")
    assert asked["ambiguous"] is True
    assert [reading["value"] for reading in asked["readings"]] == [31206, 31.206]  # type: ignore[attr-defined]
    (settled,) = parse.lines("31,206", "--locale", "en")
    assert settled["ambiguous"] is False
    assert [reading["value"] for reading in settled["readings"]] == [31206]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("31,206", [31206, 31.206]),
        ("31.206", [31206, 31.206]),
        ("4 676", [4676]),
        ("0,125", [0.125]),
        ("0.125", [0.125]),
        ("70,000", [70000]),
        ("70.000", [70000]),
        ("1,234.5", [1234.5]),
        ("1.234,5", [1234.5]),
        ("1,234,567", [1234567]),
        ("1 234,567", [1234.567]),
        ("1'234.567", [1234.567]),
        ("38,8 %", [38.8]),
        ("1,234 to 5,678.9", [3456.45]),
    ],
)
def test_one_mark_before_exactly_three_digits_is_asked_unless_something_settles_it(
    parse: Parse, text: str, values: list[float]
) -> None:
    (told,) = parse.lines(text)
    assert [reading["value"] for reading in told["readings"]] == values  # type: ignore[attr-defined]
    assert told["ambiguous"] is (len(values) > 1)
    assert all(list(reading) == KEYS for reading in told["readings"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("mark", ["n/a", "…", "...", "-", "–", "—", ":", "N/A", "нет данных", "无"])
def test_a_mark_of_a_missing_value_gives_no_reading(parse: Parse, mark: str) -> None:
    assert parse.lines(mark) == [NOTHING]


def test_a_line_without_a_number_keeps_its_place(parse: Parse) -> None:
    given = "n/a\n\n5 apples\n" + "9" * 1_000_000 + "\r\n" + "7\r\n…"
    found = parse.lines(given)
    assert [line for line in found if line == NOTHING] == [NOTHING] * 5
    assert found[4]["readings"][0]["value"] == 7  # type: ignore[index]


def test_a_byte_order_mark_is_no_part_of_the_first_number(parse: Parse) -> None:
    assert parse.lines(b"\xef\xbb\xbf5\n")[0]["readings"][0]["value"] == 5  # type: ignore[index]


def test_without_json_the_readings_are_told_in_words(parse: Parse) -> None:
    _, out, _ = parse("38 万\n31,206\nhello\n")
    assert out.splitlines() == ["38 万: 380000", "31,206: 31206 or 31.206", "hello: no number"]


@pytest.mark.parametrize("given", [b"5\n\xff\xfe6\n", b"5\n" + b"a" * 5000 + b"\xe4\n", "5\n万".encode()[:-1]])
def test_bytes_that_are_no_utf8_end_the_reading_with_the_line_they_stand_in(parse: Parse, given: bytes) -> None:
    code, out, err = parse(given, "--json")
    assert code == 2
    assert len(out.splitlines()) == 1
    assert "Line 2 of the input is not UTF-8" in err


def test_a_letter_cut_in_two_by_the_reading_is_still_one_letter(parse: Parse) -> None:
    assert parse.lines("万" * 5000 + "\n5")[1]["readings"][0]["value"] == 5  # type: ignore[index]


def test_an_unknown_locale_is_refused_before_anything_is_read(parse: Parse) -> None:
    code, out, err = parse("5\n", "--locale", "tlh", "--json")
    assert (code, out) == (2, "")
    assert "tlh" in err


def test_a_line_is_answered_before_the_next_is_sent() -> None:
    words = [sys.executable, "-m", "citeria_desktop", "parse", "--json"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for value in (5, 6):
            running.stdin.write(f"{value}\n".encode())
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["readings"][0]["value"] == value
        running.stdin.close()
    assert running.returncode == 0
