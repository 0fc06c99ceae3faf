"""Checks of the JSON files: the tree against the topic files, the edition, and who names which source."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from crmo_desktop.authoring.check_evidence import doses_in
from crmo_desktop.authoring.content_folder import ContentFolder
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.authoring.records import Record
from crmo_desktop.domain.identifiers import is_id

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def check_records(folder: ContentFolder) -> Iterator[Problem]:
    """What is wrong with the JSON files, once they can be read, but for the plan."""
    yield from _check_edition(folder)
    yield from _check_tree(folder)
    yield from _check_sources(folder)
    yield from _check_asked(folder)


def check_plan(folder: ContentFolder) -> Iterator[Problem]:
    """Topics without a file (a warning until the edition is complete), files that the tree does not name."""
    for chapter in [*folder.chapters, {"id": "help", **folder.help}]:
        for entry in chapter["topics"]:
            id = str(entry.get("id", ""))
            topic = folder.topics.get(id)
            if id in folder.unread:
                continue  # told already
            if topic is None:
                path, line = folder.root / "tree.json", folder.line_of("tree.json", id)
                text = f"topic “{id}” of the plan is missing: it has no file"
                yield Problem(path, line, text, is_warning=not folder.is_complete)
            elif topic.chapter != str(chapter.get("id", "")):
                text = f"topic “{id}” belongs in the folder of chapter “{chapter.get('id', '')}”"
                yield Problem(topic.path, 1, text)
    for id, topic in folder.topics.items():
        if id not in folder.planned():
            yield Problem(topic.path, 1, f"unknown topic “{id}”: tree.json does not name it")


def _check_edition(folder: ContentFolder) -> Iterator[Problem]:
    path, edition = folder.root / "edition.json", folder.edition or {}
    for key in ("date", "review_due"):
        if (text := edition.get(key)) and not _is_date(text):
            yield Problem(path, 1, f"the edition's {key} is no date like 2026-11-23: “{text}”")
    if not _LANGUAGE.fullmatch(folder.language):
        yield Problem(path, 1, f"the edition's language is no tag like en or pt-BR: “{folder.language}”")
    if not isinstance(edition.get("complete", True), bool):
        yield Problem(path, 1, "the edition's “complete” is neither true nor false")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_tree(folder: ContentFolder) -> Iterator[Problem]:
    path = folder.root / "tree.json"
    chapters: set[str] = set()
    seen: set[str] = set()
    for group in [*folder.chapters, {"id": "help", **folder.help}]:
        chapter = str(group.get("id", ""))
        if (not is_id(chapter) or not _is_title(group)) and (chapter != "help" or group["topics"]):
            text = f"chapter “{chapter}” needs an id of small letters, digits and hyphens, and a title"
            yield Problem(path, folder.line_of("tree.json", chapter), text)
        if chapter in chapters:
            yield Problem(path, folder.line_of("tree.json", chapter, nth=2), f"duplicate chapter “{chapter}”")
        chapters.add(chapter)
        for entry in group["topics"]:
            yield from _check_entry(folder, entry, seen)


def _check_entry(folder: ContentFolder, entry: Record, seen: set[str]) -> Iterator[Problem]:
    id = str(entry.get("id", ""))
    path, line = folder.root / "tree.json", folder.line_of("tree.json", id)
    if not is_id(id) or not _is_title(entry):
        text = f"topic “{id}” needs an id of small letters, digits and hyphens, and a title"
        yield Problem(path, line, text)
    if id in seen:
        yield Problem(path, folder.line_of("tree.json", id, nth=2), f"duplicate topic “{id}”")
    seen.add(id)


def _is_title(entry: Record) -> bool:
    title = entry.get("title")
    return isinstance(title, str) and bool(title.strip())


def _check_sources(folder: ContentFolder) -> Iterator[Problem]:
    """Sources that do not exist; those of facts are checked where the facts are cited."""
    named = [
        ("glossary.json", id, source) for id, term in folder.glossary.items() for source in term["sources"]
    ]
    for name, records in folder.datasets.items():
        for record in records:
            lists = (record.get("feature_sources"), record.get("test_sources"), [record.get("source")])
            named += [
                (f"{name}.json", record["id"], source)
                for sources in lists
                for source in sources or []
                if source
            ]
    for file, id, source in named:
        if source not in folder.sources:
            text = f"source “{source}” of “{id}” does not exist"
            yield Problem(folder.root / file, folder.line_of(file, id), text)


def _check_asked(folder: ContentFolder) -> Iterator[Problem]:
    """What people type: for topics that there are, each phrase for one of them."""
    path = folder.root / "asked.json"
    taken: dict[str, str] = {}
    for id, record in folder.asked.items():
        line = folder.line_of("asked.json", id)
        if id not in folder.planned():
            yield Problem(path, line, f"unknown topic “{id}”")
        for phrase in record["phrases"]:
            folded = " ".join(phrase.casefold().split())
            if not folded:
                yield Problem(path, line, f"an empty phrase for “{id}”")
            elif folded in taken:
                where = "twice" if taken[folded] == id else f"for “{taken[folded]}”, too"
                yield Problem(path, line, f"“{phrase}” of “{id}” is there {where}")
            taken[folded] = id
            for dose in doses_in(phrase):  # a phrase can be the reason that a reader is shown
                yield Problem(path, line, f"a dose in what people type for “{id}”: “{dose}”")
