"""What the command line answers to words that it does not know: all of them at once, with what was probably meant."""

import importlib

import pytest
from shell import Shell

from citeria_desktop.cli.main import COMMANDS, GROUPS
from citeria_desktop.cli.parser import Parser


def errors(told: str) -> list[str]:
    return [line.partition("error: ")[2] for line in told.splitlines() if "error: " in line]


def test_every_wrong_option_of_a_command_is_told_at_once(shell: Shell, sample: str) -> None:
    wrong = ("--character", "none", "--redistributable", "maybe", "--update-days", "soon", "--bogus", "--reliability")
    told = errors(shell.refused("sources", "set", sample, "ici-2020", *wrong))
    assert [line.split()[:2] for line in told] == [
        ["argument", "--character:"],
        ["argument", "--redistributable:"],
        ["argument", "--update-days/--update-period:"],
        ["argument", "--reliability:"],
        ["unrecognized", "arguments:"],
    ]


def test_a_wrong_choice_is_told_with_what_is_missing_beside_it(shell: Shell) -> None:
    told = errors(shell.refused("rank", "--format", "jsn", "--top"))
    assert told == [
        "argument --format: there is no “jsn”; choose one of table, csv, json. Did you mean “json”?",
        "argument --top: expected one argument",
        "the following arguments are required: file",
    ]


def test_what_cannot_be_read_on_is_told_with_what_was_wrong_before_it(shell: Shell) -> None:
    told = errors(shell.refused("breakeven", "a.citeria", "--low", "x", "--indicator", "i", "--weight", "w"))
    assert told == [
        "argument --low: invalid float value: 'x'",
        "argument --weight: not allowed with argument --indicator",
    ]


def test_an_unknown_action_is_told_with_the_nearest(shell: Shell) -> None:
    (told,) = errors(shell.refused("sources", "sett", "a.citeria"))
    assert told.endswith("Did you mean “set”?")


def test_a_parser_that_was_wrong_once_reads_the_next_words_afresh() -> None:
    parser = Parser()
    parser.add_argument("--size", type=int)
    for _ in range(2):
        with pytest.raises(SystemExit):
            parser.parse_args(["--size", "x"])
    assert parser.parse_args(["--size", "2"]).size == 2


@pytest.mark.parametrize(
    ("words", "meant"), [(("rnak", "a.citeria"), "“rank”"), (("nonsense",), "“note”"), (("Undo",), "“undo”")]
)
def test_a_word_that_is_no_command_and_no_file_is_answered_with_that_alone(
    shell: Shell, words: tuple[str, ...], meant: str
) -> None:
    (told,) = shell.refused(*words).splitlines()
    assert told.startswith(f"citeria: There is no command and no file “{words[0]}”. Did you mean ")
    assert meant in told


def test_a_project_that_is_not_there_is_told_before_anything_is_shown(shell: Shell) -> None:
    (told,) = shell.refused("nowhere.citeria").splitlines()
    assert told.startswith("citeria: There is no file “nowhere.citeria”.")


def test_each_module_of_commands_adds_those_it_is_asked_for() -> None:
    for group, commands in GROUPS.items():
        subparsers = Parser().add_subparsers()
        importlib.import_module(f"citeria_desktop.cli.{group}").add_parsers(subparsers)
        assert tuple(subparsers.choices) == commands
    assert len(COMMANDS) == sum(map(len, GROUPS.values()))
