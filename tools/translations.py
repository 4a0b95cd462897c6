"""Bring the catalogues of the interface up to date: gather every text, keep what is translated, compile.

    python tools/translations.py            gathers into the .ts files, compiles the .qm files, tells what is missing
    python tools/translations.py --check    writes nothing; exit code 1 where something is missing or out of date

Texts of the window are found by Qt's lupdate. Words that core and db make (errors, labels of steps, reasons) and those
that stand in tables as data are gathered here and handed to lupdate as a file of calls.
"""

import ast
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "resources" / "citeria_resources" / "translations"
LANGUAGES: Final = {"zh": "zh_CN"}
ANYWHERE: Final = "*"
# Functions whose texts people read, and tables of words, by module.
SPOKEN: Final = {
    "core/citeria_core/model.py": {"Status"},
    "core/citeria_core/ranking.py": {"reason", "_note", "_needed"},
    "core/citeria_core/screen.py": {"reason"},
    "core/citeria_core/spelling.py": {"suggestion"},
    "core/citeria_core/printed/understand.py": {"in_words"},
    "core/citeria_core/verdict.py": {"check"},
    "db/citeria_db/scenario_operations.py": {"_adoption"},
    "db/citeria_db/templates.py": {"NAMES"},
    "db/citeria_db/verdict_operations.py": {"_label"},
    "db/citeria_db/exchange/tables_in.py": {"DELIMITERS"},
    "desktop/citeria_desktop/language/window_words.py": {"WORDS"},
    "desktop/citeria_desktop/models/verdict_words.py": {"RULINGS", "SIDES"},
    "desktop/citeria_desktop/models/cell_look.py": {
        *("REASONS", "WORDS", "look", "_tip", "_empty", "_rivals", "year_text")
    },
    "desktop/citeria_desktop/models/role_words.py": {"ROLES"},
    "desktop/citeria_desktop/models/source_model.py": {"_KINDS"},
    "desktop/citeria_desktop/models/summary.py": {"summary"},
    "desktop/citeria_desktop/dialogs/source_form.py": {"TYPES"},
    "desktop/citeria_desktop/dialogs/about.py": {"_GRID_KEYS", "_STRUCTURE_KEYS"},
    "desktop/citeria_desktop/panels/structure_areas.py": {"_LANGUAGES"},
    "desktop/citeria_desktop/panels/inspector_cards.py": {"why_not"},
    "desktop/citeria_desktop/panels/inspector_details.py": {"FLAGS"},
}


def main() -> int:
    """Gather, compile, and tell what is missing; with `--check` in a copy that is thrown away."""
    if "--check" not in sys.argv[1:]:
        missing = update(FOLDER)
        print(f"{missing} texts without a translation" if missing else "Every text is translated")
        return 0
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / FOLDER.name
        shutil.copytree(FOLDER, copy)
        missing = update(copy)
        stale = [name for name in _files() if (copy / name).read_bytes() != (FOLDER / name).read_bytes()]
    if stale:
        print(f"Out of date: {', '.join(stale)}. Run “make translations”.")
    return 1 if missing or stale else 0


def update(folder: Path) -> int:
    """Bring the catalogues of a folder up to date and return how many texts have no translation, having named them."""
    gathered = phrases()
    _write(folder / "phrases.txt", "".join(text.replace("\n", "\\n") + "\n" for text in gathered))
    missing = 0
    for language, locale in LANGUAGES.items():
        catalogue = folder / f"{language}.ts"
        gather(catalogue, locale, gathered)
        compile_catalogue(catalogue, folder / f"{language}.qm")
        for context, source in untranslated(catalogue):
            missing += 1
            print(f"{language} {context}: {source}")
    return missing


def _files() -> list[str]:
    return ["phrases.txt", *(f"{language}{ending}" for language in LANGUAGES for ending in (".ts", ".qm"))]


def gather(catalogue: Path, locale: str, gathered: list[str]) -> None:
    """Bring one `.ts` file up to the texts that the code has today; texts that are gone leave it."""
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "phrases.py"
        said = [("phrases", text) for text in gathered] + [("texts", text) for text in passed_over()] + list(actions())
        calls.write_text(
            "from PySide6.QtCore import QCoreApplication\n"
            + "".join(f"QCoreApplication.translate({context!r}, {_quoted(text)})\n" for context, text in said),
            encoding="utf-8",
        )
        sources = [str(path) for path in sorted((ROOT / "desktop").rglob("*.py"))]
        command = [
            "pyside6-lupdate",
            "-silent",
            "-no-obsolete",
            "-disable-heuristic",
            "similartext",  # a text that is only alike would pass for translated
            "-tr-function-alias",
            "tr+=_tr",
            "-locations",
            "none",
            *sources,
            str(calls),
        ]
        _run([*command, "-ts", str(catalogue), "-source-language", "en", "-target-language", locale])


def compile_catalogue(catalogue: Path, target: Path) -> None:
    """Write the `.qm` of a `.ts`, with a context that holds every text translated in one way only."""
    tree = ET.parse(catalogue)
    root = tree.getroot()
    ways: dict[str, set[str]] = {}
    for message in root.iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.text and message.get("numerus") is None:
            ways.setdefault(message.findtext("source", ""), set()).add(translation.text)
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = ANYWHERE
    for source, told in sorted(ways.items()):
        if len(told) == 1:
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = source
            ET.SubElement(message, "translation").text = next(iter(told))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / catalogue.name
        tree.write(whole, encoding="utf-8", xml_declaration=True)
        _run(["pyside6-lrelease", "-silent", str(whole), "-qm", str(target)])


def untranslated(catalogue: Path) -> list[tuple[str, str]]:
    """The (context, text) of every message of a `.ts` that has no translation."""
    found = []
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or not "".join(translation.itertext()).strip():
                found.append((context.findtext("name", ""), message.findtext("source", "")))
    return found


# -- words that lupdate does not see -----------------------------------------------------------------------------------


def phrases() -> list[str]:
    """Templates of the words of core and db, and words that stand in tables, each once, sorted."""
    found = set(_errors())
    for package in ("core", "db", "desktop"):
        for path in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= set(_labels(tree))
            spoken = SPOKEN.get(path.relative_to(ROOT).as_posix())
            if spoken:
                found |= set(_spoken(tree, spoken))
    return sorted(text for text in found if any(sign.isalpha() for sign in _plain(text)))


def actions() -> Iterator[tuple[str, str]]:
    """The words of the catalogue of actions."""
    from citeria_desktop.actions.catalogue import ACTIONS, MENUS, REASONS

    for text in dict.fromkeys([*(spec.text for spec in ACTIONS), *(title for title, _ in MENUS), *REASONS.values()]):
        yield "actions", text


def passed_over() -> list[str]:
    """Texts of the window that lupdate does not see: calls inside an f-string, and `translate` without a context."""
    found = set()
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found |= {_asked(call) for call in ast.walk(node)}
            elif isinstance(node, ast.Call) and len(node.args) == 1 and _called(node) == "translate":
                found.add(_asked(node))
    return sorted(found - {""})


def _asked(node: ast.AST) -> str:
    """The literal text whose translation a call asks for; nothing for what is no such call."""
    if isinstance(node, ast.Call) and node.args and _called(node) in ("tr", "_tr", "translate"):
        text = node.args[1 if len(node.args) > 1 and _called(node) == "translate" else 0]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            return text.value
    return ""


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _errors() -> Iterator[str]:
    from citeria_core.errors import KnownError

    for name in ("citeria_core", "citeria_db", "citeria_desktop"):
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    waiting = [KnownError]
    while waiting:
        kind = waiting.pop()
        yield kind.template
        waiting += kind.__subclasses__()


def _labels(tree: ast.AST) -> Iterator[str]:
    """Names of steps (the argument of `transact`, `Writing` or `_take_back`, and `label`), and what errors name."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="_take_back"), args=[_, first, *_]):  # of undo and redo
                yield from _templates(first)
            case ast.Call(func=ast.Attribute(attr="transact") | ast.Name(id="Writing"), args=[first, *_]):
                yield from _templates(first)
            case (
                ast.Assign(targets=[ast.Name(id="label" | "problem")], value=value)
                | ast.keyword(arg="label", value=value)
            ):
                yield from _templates(value)
            case ast.keyword(arg="problem" | "reason" | "hint" | "row", value=value):
                yield from _templates(value)
            case ast.Call(func=ast.Attribute(attr="_wrong" | "wrong"), args=[*_, last]):
                yield from _templates(last)
            case ast.Call(func=ast.Name(id="counted"), args=[_, *words]):
                yield from (f"{{0}} {text}" for text in _counted(words))


def _spoken(tree: ast.Module, names: set[str]) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) if name in names:
                inside: list[ast.AST] = list(node.body[1:] if ast.get_docstring(node) else node.body)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name in names:
                inside = [value]
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in names:
                inside = [value]
            case ast.ClassDef(name=name) if name in names:
                inside = list(node.body[1:])
            case _:
                continue
        for part in inside:
            yield from _texts(part)


def _texts(node: ast.AST) -> Iterator[str]:
    """Every text and f-string below a node, an f-string as one template."""
    if isinstance(node, ast.JoinedStr | ast.Constant):
        yield from _templates(node)
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.Dict) and child in node.keys):
            yield from _texts(child)


def _templates(node: ast.AST) -> Iterator[str]:
    """The texts that an expression may give: an f-string once for each choice inside it, values as {0}, {1} …"""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from _templates(first)
            yield from _templates(second)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _templates(value)
        case ast.JoinedStr(values=values):
            choices = [tuple(_templates(part)) or ("\0",) for part in values]
            for chosen in product(*choices):
                number, text = 0, ""
                for part in chosen:
                    text += part.replace("\0", f"{{{number}}}")
                    number += part.count("\0")
                yield text
        case ast.FormattedValue(value=ast.IfExp() as choice):
            yield from _templates(choice)
        case ast.FormattedValue():
            yield "\0"


def _counted(words: list[ast.expr]) -> Iterator[str]:
    texts = [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    if texts:
        yield texts[0]
        yield texts[1] if len(texts) > 1 else f"{texts[0]}s"


def _plain(text: str) -> str:
    return re.sub(r"\{[^{}]*\}", "", text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _run(command: list[str]) -> None:
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run([str(tool), *command[1:]], check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr or done.stdout}")


if __name__ == "__main__":
    sys.exit(main())
