"""Every command of the parser: carried out where Qt cannot be imported, with JSON and a reason wherever they belong."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citeria_desktop.cli.main import build_parser

Leaf = tuple[str, ...]
_FORBID_QT = """
import contextlib, io, json, sys
from pathlib import Path

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} was imported where no window was asked for")

sys.meta_path.insert(0, NoQt())
from citeria_desktop.__main__ import main

def call(*words, given=None):
    out = io.StringIO()
    if given is not None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode()))
    with contextlib.redirect_stdout(out):
        code = main(list(words))
    assert code == 0, words
    return out.getvalue()

folder = Path(sys.argv[1])
"""
_CALLS = r"""
file, own, table = str(folder / "a.citeria"), str(folder / "own.citeria"), folder / "t.csv"
cell = ("--area", "wuhan", "--indicator", "sub-smart-2020-score")
when = (*cell, "--period", "2020")
call("new", file, "--sample", "--json")
call("set", file, *when, "--value", "71.5", "--source", "emlyon-2021", "--json")
one = json.loads(call("show", file, *cell, "--json"))["observations"][0]["id"]
call("cite", file, one, "--source", "ici-2020", "--role", "corroborates")
cited = json.loads(call("show", file, *cell, "--json"))["observations"][0]["citations"][-1]["id"]
call("uncite", file, cited)
call("describe", file, one, "--status", "estimated")
call("prefer", file, one)
call("note", file, *when, "seen")
call("verdict", "give", file, one, "propose", "--reviewer", "Bo", "--value", "72", "--wrong", "ours", "--json")
judged = json.loads(call("verdict", "list", file, *cell, "--json"))[-1]["verdict"]
call("verdict", "answer", file, judged, "Table 2")
call("verdict", "withdraw", file, judged)
call("missing", file, *cell, "--period", "2019", "--reason", "not_collected", "--because", "asked")
call("clear", file, *cell, "--period", "2019", "--reason", "a mistake")
call("remove", file, one)
call("replace", file, "48.44", "48.45", "--dry-run", "--json")
weighed = call("weight", file, "--index", "ICI-CN-SUB", "--node", "research", "35", "--json")
call("revert", file, str(json.loads(weighed)["step"]))
call("recipe", file, "--index", "ICI-CN-SUB", "--set", "normalise.method=zscore", "--json")
call("rank", file, "--index", "ICI-CN-SUB")
call("intervals", file, "--index", "ICI-CN-SUB", "--runs", "20", "--json")
call("explain", file, "--area", "wuhan", "--json")
call("ways", file, "--area", "wuhan", "--node", "enterprise", "--points", "5", "--json")
call("part", "combine", file, "research", "enterprise", "--name", "Both", "--index", "ICI-CN-SUB", "--json")
call("part", "split", file, "both", "--index", "ICI-CN-SUB")
call("part", "into", file, "infrastructure", "enterprise", "--index", "ICI-CN-SUB")
call("part", "out", file, "infrastructure", "--index", "ICI-CN-SUB")
for _ in range(4):
    call("undo", file)
call("breakeven", file, "--area", "wuhan", "--indicator", "sub-smart-2020-score", "--rank", "1")
call("clusters", file, "--against", "ici-regions", "--json")
call("verify-next", file, "--json")
call("snapshot", "take", file, "Now", "--json")
call("snapshot", "list", file, "--json")
call("snapshot", "show", file, "Now", "--json")
call("snapshot", "describe", file, "Now", "as it was")
call("compare-ranks", file, "--from", "Now", "--area", "wuhan", "--json")
call("snapshot", "rename", file, "Now", "Then")
call("snapshot", "delete", file, "Then", "--json")
call("scenario", "add", file, "Odd", "--weight", "research=90", "--json")
call("scenario", "change", file, "Odd", "--weight", "research=91", "--json")
call("scenario", "list", file, "--json")
call("scenario", "show", file, "Odd", "--json")
call("scenario", "rank", file, "Odd")
call("scenario", "rename", file, "Odd", "Odder")
call("scenario", "describe", file, "Odder", "Weights of the odd kind", "--json")
call("scenario", "adopt", file, "Odder")
call("scenario", "delete", file, "Odder")
call("shares", file, "--index", "ICI-CN-SUB", "--equal", "--json")
call("rivals", file, "--area", "beijing", "--indicator", "ici-i3-5g", "--json")
call("list", "areas", file, "--json")
call("info", file, "--json")
call("history", file, "--json")
call("undo", file, "--json")
call("redo", file)
call("compare", file, "--from", "0", "--to", "1", "--json")
call("search", file, "武汉", "--json")
call("copy", file, str(folder / "b.citeria"), "--json")
call("export", file, str(folder / "out.xlsx"), "--json")
call("bibliography", file, "--style", "apa", "--json")
for action in ("list", "duplicates", "due"):
    call("sources", action, file, "--json")
call("sources", "export", file, str(folder / "s.json"), "--json")
(folder / "page.html").write_text("<p>one</p>")
call("sources", "archive", file, "ici-2020", str(folder / "page.html"), "--link", "--json")
call("sources", "copies", file, "--json")
call("sources", "extract", file, "ici-2020", str(folder / "kept.html"))
(folder / "page.html").write_text("<p>two</p>")
call("sources", "acknowledge", file, "ici-2020")
call("sources", "unarchive", file, "ici-2020")
call("sources", "recite", file, "ici-2020", "emlyon-2021", "--dry-run")
call("sources", "set", file, "ici-2020", "--note", "seen")
call("sources", "edit", file, "ici-2020", "--reliability", "2", "--json")
call("sources", "show", file, "ici-2020", "--json")
call("sources", "merge", file, "ici-2020", "emlyon-2021", "--json")
call("add", "source", file, "spare", "--title", "Spare", "--json")
call("sources", "delete", file, "spare")
call("parse", "--json", given="38 万\n")
call("new", own, "--template", "ici-pyramid")
call("sources", "import", own, str(folder / "s.json"), "--json")
for code in ("wuhan", "harbin", "mohe"):
    call("add", "area", own, code, "--name", code, "--json")
call("add", "indicator", own, "jobs", "--name", "Jobs")
call("add", "index", own, "IX", "--name", "Index", "--as-of", "2020")
call("add", "node", own, "jobs", "--index", "IX", "--indicator", "jobs")
call("add", "group", own, "sides", "left", "--name", "Left", "--member", "mohe")
call("add", "source", own, "--title", "Yearbook")
table.write_text("area,jobs\nwuhan,5\nharbin,6\n")
call("load", own, str(table), "--period", "2020")
things = {"area": ("mohe",), "indicator": ("jobs",), "index": ("IX",), "grouping": ("sides",)}
things |= {"node": ("jobs", "--index", "IX"), "group": ("left", "--grouping", "sides")}
for noun, named in things.items():
    code, *where = named
    call("rename", noun, own, code, "Another", *where)
    call("move", noun, own, code, "--at", "0", *where)
    if noun != "grouping":
        call("change", noun, own, code, *where)
call("move", "member", own, "mohe", "--grouping", "sides", "--out")
for what, codes in {"areas": ["wuhan"], "indicators": ["jobs"], "indices": ["IX"], "groupings": ["sides"]}.items():
    call("order", what, own, *codes)
call("order", "groups", own, "left", "--grouping", "sides")
for noun in ("node", "index", "group", "grouping"):
    call("delete", noun, own, *things[noun])
call("retire", "area", own, "mohe")
call("unretire", "area", own, "mohe")
call("retire", "indicator", own, "jobs")
call("unretire", "indicator", own, "jobs")
call("delete", "area", own, "mohe")
call("undo", own)
call("add", "indicator", own, "free", "--name", "Free")
call("delete", "indicator", own, "free")
(folder / "d.csv").write_text("uCode,uName,x,y\nA,A,1,2\nB,B,2,1\n")
(folder / "m.csv").write_text(
    "iCode,iName,Direction,Weight,Parent,Level,Type\nx,X,1,1,I,1,Indicator\ny,Y,1,1,I,1,Indicator\n"
    "I,Index,1,1,,2,Aggregate\n"
)
(folder / "r.toml").write_text(
    '[[uncertainty.factor]]\nname = "scale"\nkind = "choice"\npath = "normalise.method"\noptions = ["minmax", "rank"]\n'
)
tables = ("--data", str(folder / "d.csv"), "--meta", str(folder / "m.csv"), "--recipe", str(folder / "r.toml"))
call("compute", *tables, "--out", str(folder / "out"))
call("robustness", *tables, "--runs", "10", "--seed", "1", "--out", str(folder / "runs"))
print("all done")
"""
_DRAWN = {("gallery",), ("picture",)}  # pictures need Qt
_FILLS_A_FOLDER = {("compute",), ("robustness",), ("gallery",), ("picture",)}  # what comes of it are tables or pictures
_READS = {
    "list",
    "info",
    "rank",
    "show",
    "history",
    "compare",
    "search",
    "copy",
    "export",
    "bibliography",
    "parse",
    "new",
    "intervals",
    "explain",
    "breakeven",
    "ways",
    "verify-next",
    "compare-ranks",
    "rivals",
}
_READING = {"list", "export", "duplicates", "due", "copies", "extract", "show", "rank"}


def leaves(parser: argparse.ArgumentParser, words: Leaf = ()) -> Iterator[tuple[Leaf, argparse.ArgumentParser]]:
    """Every command that does something, with the words that call it."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner:
        yield words, parser
    for action in inner:
        for word, below in action.choices.items():
            yield from leaves(below, (*words, word))


LEAVES = dict(leaves(build_parser()))


def options(leaf: Leaf) -> set[str]:
    return {option for action in LEAVES[leaf]._actions for option in action.option_strings}


def test_every_command_works_where_qt_cannot_be_imported(tmp_path: Path) -> None:
    recorder = "called = set()\n_call = call\ndef call(*words, **more):\n    called.add(words[:2])\n"
    told = "print(json.dumps(sorted(called)))\n"
    code = _FORBID_QT + recorder + "    return _call(*words, **more)\n" + _CALLS + told
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "all done" in done.stdout
    called = {tuple(words) for words in json.loads(done.stdout.splitlines()[-1])}
    firsts = {words[0] for words in called}
    missed = {leaf for leaf in LEAVES if (leaf not in called if len(leaf) == 2 else leaf[0] not in firsts)}
    assert missed == _DRAWN


@pytest.mark.parametrize("leaf", sorted(LEAVES), ids=" ".join)
def test_every_command_speaks_json_and_every_step_can_have_a_reason(leaf: Leaf) -> None:
    given = options(leaf)
    assert leaf in _FILLS_A_FOLDER or "--json" in given or "--format" in given
    reads = leaf[0] in _READS or leaf in _FILLS_A_FOLDER or leaf[-1] in _READING
    assert reads or "--because" in given
