"""The words of one picture with their numbers put in, and a note of each thing said, for the checks."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from crmo_desktop.authoring.content_folder import ContentFolder
from crmo_desktop.authoring.numbers import numbers_in
from crmo_desktop.authoring.pictures.files import PictureFile
from crmo_desktop.authoring.pictures.templates import PLACE, TemplateError, read_figures
from crmo_desktop.domain.identifiers import FactId
from crmo_desktop.domain.picture import Words

Node = dict[str, Any]  # a JSON object within a picture
NOTHING: Final = "nothing"


@dataclass(frozen=True, slots=True)
class Given:
    """What is known at some place of a picture: figures read, and facts to rest on.

    Attributes:
        values: numbers as written, by the names of their places.
        facts: where they were read, and what else is cited there.
        counted: names of figures that are of a data set, or worked out: no fact has to hold them.
    """

    values: dict[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()

    def with_counted(self, **values: str) -> "Given":
        """The same with figures of a data set."""
        return Given(self.values | values, self.facts, self.counted | values.keys())

    def number(self, name: str) -> Decimal | None:
        """The figure called `name`; None if there is none."""
        written = self.values.get(name)
        return None if written is None else Decimal(written.replace(",", ""))


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a picture says.

    Attributes:
        text: its words; shares that were worked out from counts are left out.
        line: where it is written.
        is_statement: whether it has to rest on facts.
        states_nothing: whether it says so.
        target: the address that it leads to, or "".
        is_for_clinicians: only they are told, whoever the picture is for.
    """

    text: str
    line: int
    facts: tuple[str, ...]
    is_statement: bool
    states_nothing: bool = False
    target: str = ""
    is_for_clinicians: bool = False


class Filler:
    """Makes words of one picture; what is wrong is noted, and a stand-in given back.

    Attributes:
        said: all that was said, in order.
        faults: (line, what is wrong).
        is_for_clinicians: what is said now is for them only.
    """

    def __init__(self, folder: ContentFolder, file: PictureFile) -> None:
        self.folder = folder
        self.file = file
        self.said: list[Said] = []
        self.faults: list[tuple[int, str]] = []
        self.is_for_clinicians = False
        self._facts: dict[str, None] = {}

    @property
    def facts(self) -> tuple[FactId, ...]:
        """Every fact that was cited, each once, in order."""
        return tuple(FactId(id) for id in self._facts)

    def pattern(self, name: str, /, **values: str) -> str:
        """The words `name` of `picture-words.json` with `values` in their places."""
        return fill_pattern(self.folder, name, **values)

    def fault(self, text: str, *, at: str = "") -> None:
        """Note what is wrong where the file has the text `at`."""
        self.faults.append((self.file.line_of(at), text))

    def text(self, node: Node, name: str, *, default: str | None = None) -> str:
        """The plain text `name` of `node`; it is missed unless there is a `default`."""
        value = node.get(name, default)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        self.fault(f"{_called(node)} does not say its {name}", at=_handle(node))
        return default or ""

    def choice(self, node: Node, name: str, among: tuple[str, ...]) -> str:
        """One of `among`."""
        value = self.text(node, name)
        if value not in among:
            self.fault(f"“{value}” is none of {', '.join(among)}", at=value)
            return among[0]
        return value

    def nodes(self, node: Node, name: str) -> list[Node]:
        """The list of JSON objects `name`; none is missed."""
        value = node.get(name)
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            return value
        self.fault(f"{_called(node)} has no list “{name}” of JSON objects", at=_handle(node))
        return []

    def texts(self, node: Node, name: str, *, most: int | None = None) -> tuple[str, ...]:
        """The list of texts `name`; with `most` it has just so many."""
        value = node.get(name, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            if most is None or len(value) == most:
                return tuple(value)
            self.fault(f"“{name}” are {len(value)} texts; {most} are wanted", at=name)
            return ("",) * most
        self.fault(f"“{name}” is no list of texts", at=name)
        return ("",) * (most or 0)

    def given(self, node: Node, above: Given | None = None) -> Given:
        """What `node` reads and cites, on top of what was known `above` it."""
        above = above or Given()
        values, facts = dict(above.values), []
        reads = node.get("read", {})
        if not isinstance(reads, dict):
            self.fault("“read” is no JSON object of facts and templates", at="read")
            reads = {}
        for id, templates in reads.items():
            facts.append(id)
            for template in templates if isinstance(templates, list) else [templates]:
                for name, value in self._read(id, str(template)).items():
                    if name in values:
                        self.fault(f"“{name}” is read twice here", at=str(template))
                    values[name] = value
        facts += self.texts(node, "facts")
        for id in facts:
            self._cite(id)
        return Given(values, tuple(dict.fromkeys(facts)) or above.facts, above.counted)

    def _read(self, id: str, template: str) -> dict[str, str]:
        fact = self.folder.facts.get(id)
        if fact is None:
            return {}  # told by `_cite`
        try:
            return read_figures(template, fact["figures"], fact["statement"])
        except TemplateError as error:
            self.fault(f"fact “{id}”: {error}", at=template)
            return {}

    def _cite(self, id: str) -> None:
        if id in self.folder.facts:
            self._facts.setdefault(id)
        else:
            self.fault(f"fact “{id}” does not exist", at=id)

    def fill(self, text: str, given: Given) -> str:
        """`text` with the figures in its places; no other number may stand in it."""
        typed = [number for number in numbers_in(PLACE.sub(" ", text)) if number.value or number.percent]
        for number in typed:
            self.fault(f"the number “{number.written}” is typed in: read it from a fact", at=text)
        for name in PLACE.findall(text):
            if name not in given.values:
                self.fault(f"nothing was read for {{{name}}}", at=text)
        return PLACE.sub(lambda place: given.values.get(place[1], ""), text)

    def label(self, value: object, given: Given | None = None) -> Words:
        """A name or heading: it need not rest on facts."""
        return self._words(value, given or Given(), is_statement=False)

    def statement(self, value: object, given: Given | None = None) -> Words:
        """Words that state something: they rest on facts, or say that they state nothing."""
        return self._words(value, given or Given(), is_statement=True)

    def note(self, text: str, given: Given, *, at: str) -> None:
        """Keep words that were put together from several, for the checks."""
        self._say(text, self.file.line_of(at), given.facts, is_statement=True)

    def _say(
        self,
        text: str,
        line: int,
        facts: tuple[str, ...],
        *,
        is_statement: bool,
        states_nothing: bool = False,
        target: str = "",
    ) -> None:
        self.said.append(
            Said(text, line, facts, is_statement, states_nothing, target, self.is_for_clinicians)
        )

    def _words(self, value: object, above: Given, *, is_statement: bool) -> Words:
        node: Node = {"text": value} if isinstance(value, str) else value if isinstance(value, dict) else {}
        written = self.text(node, "text")
        given = self.given(node, above)
        states_nothing = node.get("states") == NOTHING
        facts = () if states_nothing else given.facts
        target = str(node.get("to", ""))
        if target and "://" not in target:
            target = f"crmo://topic/{target}"
        text = self.fill(written, given)
        line = self.file.line_of(written)
        checked = PLACE.sub(lambda place: "" if place[1] in given.counted else place[0], written)
        self._say(
            PLACE.sub(lambda place: given.values.get(place[1], ""), checked),
            line,
            facts,
            is_statement=is_statement,
            states_nothing=states_nothing,
            target=target,
        )
        return Words(text=text, facts=tuple(FactId(id) for id in facts), target=target)


def fill_pattern(folder: ContentFolder, name: str, /, **values: str) -> str:
    """The words `name` of the folder's `picture-words.json` with `values` in their places."""
    pattern = str(folder.picture_words.get(name, ""))
    return PLACE.sub(lambda place: values.get(place[1], ""), pattern)


def _handle(node: Node) -> str:
    """A text by which `node` can be found in its file."""
    return next((value for value in node.values() if isinstance(value, str) and value), "")


def _called(node: Node) -> str:
    handle = _handle(node)
    return f"“{handle[:40]}”" if handle else "a part of the picture"
