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


# What of a picture is words; where it says how a figure is read out of a fact; what site frequencies say.
_PICTURE_WORDS: Final = frozenset(
    "text title label what note name shown question unit people method columns legend "
    "no_figure front back".split()
)
_PATTERNS: Final = "read"
_OF_SITES: Final = frozenset({"from", "read_from"})


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
    _translate_pictures(folder)
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


def _translate_pictures(folder: Path) -> None:
    """The words of the pictures, and the patterns that find a figure in what a fact says."""
    records = json.loads((ROOT / "content" / "facts.json").read_text(encoding="utf-8"))
    figures = {record["id"]: record["figures"] for record in records}
    for file in (*(folder / "pictures").glob("*.json"), folder / "picture-words.json"):
        value = json.loads(file.read_text(encoding="utf-8"))
        words = _all_backwards(value) if file.parent == folder else _picture_backwards(value, figures)
        file.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def _picture_backwards(value: Any, figures: dict[str, list[str]]) -> Any:
    if isinstance(value, list):
        return [_picture_backwards(item, figures) for item in value]
    if not isinstance(value, dict):
        return value
    done = {}
    for key, item in value.items():
        if key in _OF_SITES:
            done[key] = item
        elif key == _PATTERNS:
            done[key] = {fact: _pattern_backwards(found, figures[fact]) for fact, found in item.items()}
        elif key in _PICTURE_WORDS and not isinstance(item, dict):
            done[key] = _all_backwards(item)
        else:
            done[key] = _picture_backwards(item, figures)
    return done


def _pattern_backwards(pattern: Any, figures: list[str]) -> Any:
    """Figures of a fact are not translated, and so are patterns that fit one."""
    if isinstance(pattern, list):
        return [_pattern_backwards(one, figures) for one in pattern]
    fits = re.compile(r".+?".join(re.escape(part) for part in re.split(r"\{\w+\}", pattern)))
    return pattern if any(fits.search(figure) for figure in figures) else backwards(pattern)


def _all_backwards(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _all_backwards(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_all_backwards(item) if isinstance(item, str | list) else item for item in value]
    return backwards(value) if isinstance(value, str) else value


def _between_tags(html: str) -> str:
    parts = re.split(r"(<[^>]*>)", html)
    return "".join(
        part if part.startswith("<") else escape(backwards(unescape(part)), quote=False) for part in parts
    )


def _in_figures(words: str) -> str:
    """A fact with its small numbers as figures: numbers in words can be read out of English only."""
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2):
        words = re.sub(rf"\b{word}\b", str(number), words, flags=re.IGNORECASE)
    return words


def _translate_records(file: Path, keys: tuple[str, ...]) -> None:
    records: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    for record in records:
        for key in keys:
            value = record.get(key)
            if isinstance(value, str):
                record[key] = backwards(_in_figures(value) if key == "statement" else value)
            elif value:
                record[key] = [backwards(words) for words in value]
    file.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
