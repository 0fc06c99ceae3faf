"""Words are collected for translators and compiled; nothing that is shown is forgotten."""

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import translate
from PySide6.QtCore import QTranslator

from crmo_desktop.gui.fixed_keys import PLACES, FixedKeys
from tests import pseudo
from tests.house.tree import PACKAGE, ROOT, python_files, relative, syntax

# Names, not words: nobody translates them.
NAMES = {"Language", "English", "Row", "Enter", "Down", "Menu", "copy or quotation"}
HARMLESS = "This plugin does not support"  # what Qt says, looked for
WORDS = re.compile(r"^[A-Z][a-z]+$|[A-Z][a-z]+ [a-z]+|[a-z]{2,} [a-z]{2,} [a-z]")
NO_WORDS = re.compile(r"[{<#]|px")
CODE_TELLS = {"UserError", "log.warning", "log.error", "sys.stderr.write", "handler.setFormatter", "TypeVar"}


@pytest.fixture(scope="module")
def messages() -> list[translate.Message]:
    return translate.collect()


def sources(messages: list[translate.Message], context: str) -> set[str]:
    return {message.source for message in messages if message.context == context}


# --- what is collected


def test_words_of_every_kind_are_collected(messages: list[translate.Message]) -> None:
    assert "&Back" in sources(messages, "ActionTable")
    assert {"In short", "Red flag"} <= sources(messages, "ReaderPage")
    assert "There is no topic “{topic}” in this edition." in sources(messages, "UserError")
    assert "The content file “{name}” is damaged: {reason}." in sources(messages, "UserError")
    assert "it has changed since it was made" in sources(messages, "UserError")
    assert "Your notes file is damaged." in sources(messages, "UserError")
    assert "The policy “{place}” cannot be read: {reason}." in sources(messages, "UserError")
    assert "All {files} files are as they were made." in sources(messages, "Checking")
    assert "About this list, and the sources" in sources(messages, "Licences")


def test_numbers_have_plurals(messages: list[translate.Message]) -> None:
    counted = re.compile(r"(?<!\()\{(?:n|hits|files)\}")
    without = {"The best {n} of {found}"} - {m.source for m in messages}

    assert not without
    counts = [m for m in messages if counted.search(m.source) and "{done}" not in m.source]
    assert not [message.source for message in counts if not message.has_plural]


def test_each_place_is_in_the_source(messages: list[translate.Message]) -> None:
    for message in messages:
        path, _, line = message.place.rpartition(":")
        assert int(line) <= len((ROOT / path).read_text(encoding="utf-8").splitlines())


def test_all_that_is_shown_can_be_translated(qapp: object) -> None:
    """Every text in gui/ that reads like words is handed to a translator, but for those of bugs."""
    names = NAMES | set(PLACES) | {key for row in FixedKeys().rows for key in row.keys}
    forgotten = [
        f"{relative(path)}:{node.lineno}: {node.value!r}"
        for path in python_files(PACKAGE / "gui")
        for node in _texts_without_translator(syntax(path))
        if WORDS.search(str(node.value)) and not NO_WORDS.search(str(node.value))
        if node.value not in names and node.value != HARMLESS
    ]

    assert not forgotten


def _texts_without_translator(tree: ast.AST) -> list[ast.Constant]:
    handled: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            handled.add(id(node.value))  # a docstring
        elif isinstance(node, ast.arg | ast.AnnAssign | ast.FunctionDef):
            hints = (node.returns,) if isinstance(node, ast.FunctionDef) else (node.annotation,)
            handled |= {id(part) for hint in hints if hint is not None for part in ast.walk(hint)}
        elif isinstance(node, ast.Raise) or (
            isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        ):
            handled |= {id(part) for part in ast.walk(node)}
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in {"self.tr", "QCoreApplication.translate", "cast"} | CODE_TELLS:
                handled |= {id(part) for part in ast.walk(node)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in handled
    ]


# --- what is written


def test_what_is_translated_stays_when_words_are_collected_again(
    tmp_path: Path, messages: list[translate.Message]
) -> None:
    file = tmp_path / "crmo-desktop_he.ts"
    assert translate.write_source(file, "he", messages) == (len(messages), 0)
    tree = ET.parse(file)
    first = next(iter(tree.getroot().iter("translation")))
    first.text = "מילים"
    tree.write(file, encoding="utf-8")

    assert translate.write_source(file, "he", messages) == (len(messages), 1)
    assert "מילים" in file.read_text(encoding="utf-8")


def test_what_is_not_translated_is_shown_in_english(
    tmp_path: Path, messages: list[translate.Message], qapp: object
) -> None:
    """Among words from right to left it keeps its full stop at its end."""
    for language, shown in (("he", "\u2066Topics\u2069"), ("de", "")):
        file = tmp_path / f"crmo-desktop_{language}.ts"
        translate.write_source(file, language, messages)
        translate.compile_source(file, file.with_suffix(".qm"))
        translator = QTranslator()
        loaded = translator.load(str(file.with_suffix(".qm")))

        assert loaded or language == "de"  # a file without any translation is none
        assert (translator.translate("TopicTree", "Topics") or "") == shown


def test_everything_is_compiled(tmp_path: Path, messages: list[translate.Message]) -> None:
    file = tmp_path / "crmo-desktop_he.ts"
    translate.write_source(file, "he", messages)

    assert translate.compile_all(tmp_path, tmp_path) == 0

    assert {path.name for path in tmp_path.glob("*.qm")} == {"crmo-desktop_he.qm", "qtbase_he.qm"}


def test_the_made_up_language_keeps_what_is_no_word() -> None:
    words = "Open {topic} &now: <b>5–7%</b> of CRMO, Ctrl+K &amp; doi:10.1/x"

    assert pseudo.backwards(words) == "ופענ {topic} &נוש: <b>5–7%</b> ופ CRMO, Ctrl+K &amp; doi:10.1/x"


@pytest.mark.parametrize("arguments", [[], ["collect"], ["collect", "no tag"], ["sing"]])
def test_a_wrong_command_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert translate.main(arguments) == 2
    assert "collect he" in capsys.readouterr().err
