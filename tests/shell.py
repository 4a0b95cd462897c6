"""The command line in this process, as a script would call it: what it prints, how it refuses."""

import json

import pytest

from citeria_desktop.__main__ import main


def done(*commands: tuple[str, ...]) -> None:
    """Carry out commands whose prints nobody reads, such as those that build what many tests stand on."""
    for words in commands:
        assert main(words) == 0, words


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str) -> str:
        self._capsys.readouterr()
        assert main(words) == 0, self._capsys.readouterr().err
        return self._capsys.readouterr().out

    def json(self, *words: str) -> object:
        return json.loads(self(*words))

    def refused(self, *words: str) -> str:
        self._capsys.readouterr()
        try:
            code = main(words)
        except SystemExit as stop:  # argparse
            code = int(stop.code or 0)
        told = self._capsys.readouterr()
        assert code == 2
        assert told.out == ""
        assert "Traceback" not in told.err
        return told.err
