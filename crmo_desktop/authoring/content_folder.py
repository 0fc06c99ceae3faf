"""Reads the content folder as it is written: nothing is judged here but whether it can be read at all."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crmo_desktop.authoring.markup import Element, MarkupError, parse
from crmo_desktop.authoring.problem import Problem

Record = dict[str, Any]  # one JSON object as people wrote it; its keys are checked where they are used


@dataclass(slots=True)
class TopicFile:
    """One topic as written.

    Attributes:
        id: what its file name says.
        chapter: the folder it lies in; "help" for the guide.
        root: its `article`.
    """

    id: str
    chapter: str
    path: Path
    root: Element

    @property
    def is_help(self) -> bool:
        """Whether this is a page of the program's guide, which cites nothing."""
        return self.chapter == "help"

    def sections(self) -> list[Element]:
        """Its sections in order."""
        return [element for element in self.root.elements() if element.tag == "section"]

    def summaries(self) -> list[Element]:
        """Its summaries in order."""
        return [element for element in self.root.elements() if element.tag == "p"]


@dataclass(slots=True)
class ContentFolder:
    """Everything people wrote, and what could not be read of it.

    Attributes:
        topics: by id; of a topic written twice, the first.
        problems: found while reading.
    """

    root: Path
    edition: Record = field(default_factory=dict)
    chapters: list[Record] = field(default_factory=list)
    help: Record = field(default_factory=dict)
    facts: dict[str, Record] = field(default_factory=dict)
    sources: dict[str, Record] = field(default_factory=dict)
    glossary: dict[str, Record] = field(default_factory=dict)
    synonyms: list[Record] = field(default_factory=list)
    datasets: dict[str, Any] = field(default_factory=dict)
    topics: dict[str, TopicFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)

    def planned(self) -> dict[str, str]:
        """Title of every topic and help page that the tree names, by id."""
        entries = [topic for chapter in self.chapters for topic in chapter.get("topics", [])]
        entries += self.help.get("topics", [])
        return {str(entry.get("id", "")): str(entry.get("title", "")) for entry in entries}

    def line_of(self, name: str, id: str) -> int:
        """Where the JSON file `name` has the object with this id, for a message."""
        text = self._texts.get(name, "")
        match = re.search(rf'"id"\s*:\s*{re.escape(json.dumps(id, ensure_ascii=False))}', text)
        return text.count("\n", 0, match.start()) + 1 if match else 1


def read_content(root: Path) -> ContentFolder:
    """All of the content folder `root`; what cannot be read becomes a problem, never an error."""
    folder = ContentFolder(root)
    if not root.is_dir():
        folder.problems.append(Problem(root, 1, "there is no such folder"))
        return folder
    folder.edition = _read_json(folder, "edition.json", dict) or {}
    tree: Record = _read_json(folder, "tree.json", dict) or {}
    folder.chapters = list(tree.get("chapters", []))
    folder.help = dict(tree.get("help", {}))
    folder.facts = _by_id(folder, "facts.json")
    folder.sources = _by_id(folder, "sources.json")
    folder.glossary = _by_id(folder, "glossary.json")
    folder.synonyms = list(_by_id(folder, "synonyms.json").values())
    for name in ("site-frequencies", "differential-table", "questions"):
        folder.datasets[name] = _read_json(folder, f"{name}.json", list) or []
    paths = sorted((root / "topics").glob("*/*.html")) + sorted((root / "help").glob("*.html"))
    for path in paths:
        _read_topic(folder, path)
    return folder


def _read_topic(folder: ContentFolder, path: Path) -> None:
    try:
        root = parse(path.read_text(encoding="utf-8"))
    except MarkupError as error:
        folder.problems.append(Problem(path, error.line, str(error)))
        return
    except UnicodeDecodeError as error:
        folder.problems.append(Problem(path, 1, f"not UTF-8: byte {error.start} cannot be read"))
        return
    known = folder.topics.get(path.stem)
    if known is not None:
        folder.problems.append(Problem(path, 1, f"duplicate topic “{path.stem}”, also in {known.path}"))
        return
    folder.topics[path.stem] = TopicFile(path.stem, path.parent.name, path, root)


def _read_json(folder: ContentFolder, name: str, kind: type) -> Any:
    path = folder.root / name
    try:
        text = path.read_text(encoding="utf-8")
        value = json.loads(text)
    except FileNotFoundError:
        folder.problems.append(Problem(path, 1, "the file is missing"))
    except UnicodeDecodeError as error:
        folder.problems.append(Problem(path, 1, f"not UTF-8: byte {error.start} cannot be read"))
    except json.JSONDecodeError as error:
        folder.problems.append(Problem(path, error.lineno, f"not JSON: {error.msg}"))
    else:
        folder._texts[name] = text
        if isinstance(value, kind):
            return value
        folder.problems.append(
            Problem(path, 1, f"a JSON {'object' if kind is dict else 'list'} is wanted here")
        )
    return None


def _by_id(folder: ContentFolder, name: str) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in _read_json(folder, name, list) or []:
        id = record.get("id") if isinstance(record, dict) else None
        if not isinstance(id, str) or not id:
            folder.problems.append(Problem(folder.root / name, 1, "an object has no id"))
        elif id in found:
            folder.problems.append(
                Problem(folder.root / name, folder.line_of(name, id), f"duplicate id “{id}”")
            )
        else:
            found[id] = record
    return found
