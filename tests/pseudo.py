"""A made-up language from right to left: every English word in Hebrew letters, by a fixed table.

CLDR, which names the world's languages, calls such a one "ar-XB". Figures, {values}, <markup>, web addresses
and the ampersands before mnemonics stay as they are, and so do words in capitals, as names and codes do in a
real translation. Nobody can read it; that all is in its place can be measured.
"""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from html import escape, unescape
from pathlib import Path
from typing import Any, Final

import translate  # packaging/translate.py

from tests.house.tree import ROOT

LANGUAGE: Final = "ar-XB"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_HEBREW: Final = "אבצדעפגהיחקלמנופקרסטוושכיז"
_TABLE: Final = str.maketrans(dict(zip(_LATIN, _HEBREW, strict=True)))
# What stays: values, tags, entities, addresses and file names, words in capitals or with figures, keys.
_KEPT: Final = re.compile(
    r"\{\w*\}|<[^>]*>|&#?\w+;|\w+://\S+|doi:\S+|(?:Ctrl|Alt|Shift)\+\S+|\b\w*[A-Z0-9]\w*[A-Z0-9]\w*\b|\bmg/kg\b|\bF\d+\b"
)


def backwards(words: str) -> str:
    """`words` in the made-up language."""
    parts, at = [], 0
    for kept in _KEPT.finditer(words):
        parts += [words[at : kept.start()].lower().translate(_TABLE), kept[0]]
        at = kept.end()
    return "".join([*parts, words[at:].lower().translate(_TABLE)])


def write_words(folder: Path) -> Path:
    """Make the window's words in the made-up language, as a translator would: a .ts, and a .qm of it."""
    file = folder / f"{translate.WORDS}_{LANGUAGE}.ts"
    translate.write_source(file, LANGUAGE, translate.collect())
    tree = ET.parse(file)
    for entry in tree.getroot().iter("message"):
        translation = entry.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        words = backwards(entry.findtext("source", ""))
        forms = translation.findall("numerusform")
        if forms:
            for form in forms:
                translation.remove(form)
            for number in range(6):  # Arabic's kinds of number: none, one, two, few, many, all others
                ET.SubElement(translation, "numerusform").text = f"{words} {'אבגדהו'[number]}׳"
        else:
            translation.text = words
    tree.write(file, encoding="utf-8", xml_declaration=True)
    compiled = file.with_suffix(".qm")
    translate.compile_source(file, compiled)
    return compiled


def write_content(folder: Path, *, only: frozenset[str] = frozenset(), untranslated: str = "") -> Path:
    """A copy of content/ in the made-up language.

    Args:
        folder: to be made.
        only: the topics that it has besides the guide, of all that it will have; all if none is named.
        untranslated: a topic that stays English, and says so.
    """
    shutil.copytree(ROOT / "content", folder)
    for name, keys in (
        ("glossary", ("term", "plain", "clinician", "synonyms")),
        ("facts", ("statement", "caution")),
    ):
        _translate_records(folder / f"{name}.json", keys)
    tree = json.loads((folder / "tree.json").read_text(encoding="utf-8"))
    for chapter in (*tree["chapters"], tree["help"]):
        chapter["title"] = backwards(chapter["title"])
        for entry in chapter["topics"]:
            if entry["id"] != untranslated:
                entry["title"] = backwards(entry["title"])
    (folder / "tree.json").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    edition = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    edition |= {"language": LANGUAGE, "title": backwards(edition["title"]), "complete": False}
    (folder / "edition.json").write_text(json.dumps(edition, ensure_ascii=False), encoding="utf-8")
    for file in folder.rglob("*.html"):
        if only and file.parent.name != "help" and file.stem not in only:
            file.unlink()
            continue
        words = file.read_text(encoding="utf-8")
        if file.stem == untranslated:
            words = words.replace("<article ", '<article lang="en" ', 1)
        else:
            words = _between_tags(words)
        file.write_text(words, encoding="utf-8")
    return folder


def _between_tags(html: str) -> str:
    parts = re.split(r"(<[^>]*>)", html)
    return "".join(
        part if part.startswith("<") else escape(backwards(unescape(part)), quote=False) for part in parts
    )


def _translate_records(file: Path, keys: tuple[str, ...]) -> None:
    records: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    for record in records:
        for key in keys:
            value = record.get(key)
            if isinstance(value, str):
                record[key] = backwards(value)
            elif value:
                record[key] = [backwards(words) for words in value]
    file.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
