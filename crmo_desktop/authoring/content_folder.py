"""Reads the content folder as it is written: nothing is judged here but whether it can be read at all."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from crmo_desktop.authoring import records
from crmo_desktop.authoring.markup import Element, MarkupError, parse
from crmo_desktop.authoring.pictures.files import PictureFile, read_picture_files
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.authoring.records import Record, Shape, tidy

DATASETS: Final = {
    "site-frequencies": records.SITE,
    "differential-table": records.CONDITION,
    "questions": records.QUESTION,
}
TEACHING: Final = "teaching"  # the name of the notes for teaching: an edition may do without


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
        edition: None if it cannot be read.
        topics: by id; of a topic written twice, the first.
        pictures: by id.
        picture_words: the words that tell a picture as text.
        unread: ids of topics whose file cannot be read.
        problems: found while reading.
    """

    root: Path
    edition: Record | None = None
    chapters: list[Record] = field(default_factory=list)
    help: Record = field(default_factory=dict)
    facts: dict[str, Record] = field(default_factory=dict)
    sources: dict[str, Record] = field(default_factory=dict)
    glossary: dict[str, Record] = field(default_factory=dict)
    synonyms: list[Record] = field(default_factory=list)
    asked: dict[str, Record] = field(default_factory=dict)
    datasets: dict[str, list[Record]] = field(default_factory=dict)
    topics: dict[str, TopicFile] = field(default_factory=dict)
    pictures: dict[str, PictureFile] = field(default_factory=dict)
    picture_words: Record = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """BCP 47 tag of the texts; English if the edition does not say."""
        return str((self.edition or {}).get("language") or "en")

    @property
    def is_complete(self) -> bool:
        """Whether every topic of the tree is promised to be there."""
        return bool((self.edition or {}).get("complete", True))

    def planned(self) -> dict[str, str]:
        """Title of every topic and help page that the tree names, by id."""
        entries = [topic for chapter in [*self.chapters, self.help] for topic in chapter.get("topics", [])]
        return {str(entry.get("id", "")): str(entry.get("title", "")) for entry in entries}

    def written(self) -> dict[str, TopicFile]:
        """The topics and help pages that have both a place in the tree and a file, in the tree's order."""
        return {id: self.topics[id] for id in self.planned() if id in self.topics}

    def line_of(self, name: str, id: str, *, nth: int = 1) -> int:
        """Where the JSON file `name` has the (`nth`) object with this id, for a message."""
        text = self._texts.get(name, "")
        matches = list(re.finditer(rf'"id"\s*:\s*{re.escape(json.dumps(id, ensure_ascii=False))}', text))
        return text.count("\n", 0, matches[min(nth, len(matches)) - 1].start()) + 1 if matches else 1

    def report(self, name: str, line: int, text: str) -> None:
        """Note what is wrong in the JSON file `name`."""
        self.problems.append(Problem(self.root / name, line, text))


def read_content(root: Path) -> ContentFolder:
    """All of the content folder `root`; what cannot be read becomes a problem, never an error."""
    folder = ContentFolder(root)
    if not root.is_dir():
        folder.problems.append(Problem(root, 1, "there is no such folder"))
        return folder
    edition = _read_json(folder, "edition.json", dict)
    if edition is not None:
        folder.edition = _tidied(folder, "edition.json", 1, "the edition", edition, records.EDITION)
    _read_tree(folder)
    folder.facts = _by_id(folder, "facts.json", records.FACT)
    folder.sources = _by_id(folder, "sources.json", records.SOURCE)
    folder.glossary = _by_id(folder, "glossary.json", records.TERM)
    folder.synonyms = list(_by_id(folder, "synonyms.json", records.SYNONYMS).values())
    if (root / "asked.json").exists():  # an edition may do without
        folder.asked = _by_id(folder, "asked.json", records.ASKED)
    for name, shape in DATASETS.items():
        folder.datasets[name] = list(_by_id(folder, f"{name}.json", shape).values())
    if (root / f"{TEACHING}.json").exists():
        folder.datasets[TEACHING] = list(_by_id(folder, f"{TEACHING}.json", records.TEACHING).values())
    _read_pictures(folder)
    paths = sorted((root / "topics").glob("*/*.html")) + sorted((root / "help").glob("*.html"))
    for path in paths:
        _read_topic(folder, path)
    return folder


def _read_pictures(folder: ContentFolder) -> None:
    for read in read_picture_files(folder.root):
        if isinstance(read, Problem):
            folder.problems.append(read)
        else:
            folder.pictures[read.id] = read
    if folder.pictures:  # an edition without pictures needs no words to tell them
        words = _read_json(folder, "picture-words.json", dict) or {}
        folder.picture_words = _tidied(
            folder, "picture-words.json", 1, "what tells pictures", words, records.PICTURE_WORDS
        )


def _read_topic(folder: ContentFolder, path: Path) -> None:
    text = _read_text(folder, path)
    if text is None:
        folder.unread.add(path.stem)
        return
    try:
        root = parse(text)
    except MarkupError as error:
        folder.unread.add(path.stem)
        folder.problems.append(Problem(path, error.line, str(error)))
        return
    known = folder.topics.get(path.stem)
    if known is not None:
        folder.problems.append(Problem(path, 1, f"duplicate topic “{path.stem}”, also in {known.path}"))
        return
    folder.topics[path.stem] = TopicFile(path.stem, path.parent.name, path, root)


def _read_text(folder: ContentFolder, path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        problem = Problem(path, 1, "the file is missing")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(path, line, f"not UTF-8: byte {error.start} cannot be read")
    except OSError as error:
        problem = Problem(path, 1, f"the file cannot be read: {error.strerror}")
    folder.problems.append(problem)
    return None


def _read_json(folder: ContentFolder, name: str, kind: type) -> Any:
    text = _read_text(folder, folder.root / name)
    if text is None:
        return None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        folder.report(name, error.lineno, f"not JSON: {error.msg}")
        return None
    except (ValueError, RecursionError) as error:
        folder.report(name, 1, f"not JSON that can be read: {error}")
        return None
    folder._texts[name] = text
    if isinstance(value, kind):
        return value
    folder.report(name, 1, f"a JSON {'object' if kind is dict else 'list'} is wanted here")
    return None


def _read_tree(folder: ContentFolder) -> None:
    tree: Record = _read_json(folder, "tree.json", dict) or {}
    folder.chapters = _objects(folder, tree.get("chapters", []), "chapters")
    [folder.help] = _objects(folder, [tree.get("help", {})], "help") or [{}]
    for chapter in [*folder.chapters, folder.help]:
        chapter["topics"] = _objects(
            folder, chapter.get("topics", []), f"topics of “{chapter.get('id', 'help')}”"
        )


def _objects(folder: ContentFolder, values: object, what: str) -> list[Record]:
    """The JSON objects among `values`; anything else is reported."""
    if isinstance(values, list) and all(isinstance(value, dict) for value in values):
        return values
    folder.report("tree.json", 1, f"the {what} are no JSON objects")
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _by_id(folder: ContentFolder, name: str, shape: Shape) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for place, record in enumerate(_read_json(folder, name, list) or [], start=1):
        id = record.get("id") if isinstance(record, dict) else None
        if not isinstance(id, str) or not id:
            folder.report(name, 1, f"object {place} has no id")
        elif id in found:
            folder.report(name, folder.line_of(name, id, nth=2), f"duplicate id “{id}”")
        else:
            found[id] = _tidied(folder, name, folder.line_of(name, id), f"“{id}”", record, shape)
    return found


def _tidied(folder: ContentFolder, name: str, line: int, called: str, record: Record, shape: Shape) -> Record:
    tidied, faults = tidy(record, shape)
    for fault in faults:
        folder.report(name, line, f"{called} is not complete: {fault}")
    return tidied
