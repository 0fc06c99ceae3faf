"""Reads a topic file: well-formed XML with HTML's names, kept with the line of every element."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Final
from xml.parsers import expat

from crmo_desktop.authoring.characters import raised

GLOBAL_ATTRIBUTES: Final = frozenset({"lang", "dir"})
_STATING: Final = frozenset({"data-facts", "data-states", "data-caution"})
ALLOWED: Final[dict[str, frozenset[str]]] = {
    "article": frozenset({"id", "data-keywords", "data-related", "data-retells"}),
    "section": frozenset({"id", "class", "data-audience", "data-list", "data-cited-in"}),
    "h2": frozenset(),
    "h3": frozenset(),
    "p": _STATING | {"class", "data-audience"},
    "ul": _STATING | {"class"},
    "ol": _STATING,
    "li": _STATING,
    "dl": _STATING,
    "dt": frozenset(),
    "dd": _STATING,
    "table": _STATING | {"class"},
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": _STATING,
    "th": frozenset({"class"}),
    "td": _STATING | {"class"},
    "aside": _STATING | {"class"},
    "figure": _STATING | {"data-picture"},
    "figcaption": _STATING,
    "img": frozenset({"src", "alt"}),
    "strong": frozenset(),
    "em": frozenset(),
    "sub": frozenset(),
    "sup": frozenset(),
    "abbr": frozenset({"title"}),
    "br": frozenset(),
    "kbd": frozenset(),
    "time": frozenset(),
    "span": _STATING | {"data-equals"},
    "a": frozenset({"href"}),
    "dfn": frozenset({"data-term"}),
}
CLASSES: Final[dict[str, frozenset[str]]] = {
    "section": frozenset({"key-points"}),
    "p": frozenset({"summary"}),
    "ul": frozenset({"checklist"}),
    "table": frozenset({"wide"}),
    "th": frozenset({"numeric"}),
    "td": frozenset({"numeric"}),
    "aside": frozenset({"key", "red-flag", "caution", "evidence", "unknown"}),
}
INLINE: Final = frozenset(
    {"strong", "em", "sub", "sup", "abbr", "br", "kbd", "span", "a", "dfn", "img", "time"}
)
_PLAIN_INLINE: Final = frozenset({"strong", "em", "sub", "sup", "abbr", "kbd"})
_DEEPEST: Final = 60  # elements within elements; a page that is read has ten
_FLOW: Final = frozenset({"p", "ul", "ol", "dl", "table", "aside", "figure"})
CHILDREN: Final[dict[str, frozenset[str]]] = {
    "article": frozenset({"p", "section"}),
    "section": frozenset({"h2", "h3"}) | _FLOW,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd"}),
    "table": frozenset({"caption", "thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "aside": frozenset({"p", "ul", "ol"}),
    "a": _PLAIN_INLINE,
    "dfn": _PLAIN_INLINE,
    "br": frozenset(),
    "img": frozenset(),
    "figure": frozenset({"img", "figcaption"}),
    "li": INLINE | {"p", "ul", "ol"},
    "td": INLINE | {"p", "ul", "ol"},
    "dd": INLINE | {"p", "ul", "ol"},
}


class MarkupError(Exception):
    """The file is not well-formed.

    Attributes:
        line: where the reader gave up, counted from 1.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Element:
    """An element with its children in order: elements and pieces of text."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Element | str"] = field(default_factory=list)

    def elements(self) -> Iterator["Element"]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in document order."""
        yield self
        for child in self.elements():
            yield from child.walk()

    def words_of(self, name: str) -> tuple[str, ...]:
        """The blank-separated words of an attribute; none if it is absent."""
        return tuple(self.attributes.get(name, "").split())

    def text(self) -> str:
        """All text below, white space folded."""
        return " ".join("".join(self._pieces()).split())

    def own_text(self) -> str:
        """The text of this block itself: its words and those of inline elements, not of blocks inside it."""
        return " ".join("".join(self._pieces(inline_only=True)).split())

    def _pieces(self, *, inline_only: bool = False) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag == "sup":
                yield raised("".join(child._pieces()))
            elif child.tag in INLINE and child.tag != "br":
                yield from child._pieces()
            else:
                yield " "
                yield from () if inline_only and child.tag != "br" else child._pieces()
                yield " "

    def __str__(self) -> str:
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        inner = "".join(
            escape(child, quote=False) if isinstance(child, str) else str(child) for child in self.children
        )
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>" if inner else f"<{self.tag}{attributes}/>"


def parse(text: str) -> Element:
    """The root element of a topic file.

    Raises:
        MarkupError: `text` is not well-formed XML, or declares a document type.
    """
    parser = expat.ParserCreate("utf-8")  # whatever the file declares
    parser.buffer_text = True
    root = Element("", {}, 0)
    stack = [root]

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)
        if len(stack) > _DEEPEST:
            raise MarkupError(
                f"elements stand in each other more than {_DEEPEST} deep", parser.CurrentLineNumber
            )

    def end(_tag: str) -> None:
        stack.pop()

    def data(piece: str) -> None:
        stack[-1].children.append(piece)

    def declared(*_what: object) -> None:
        raise MarkupError("a topic declares no document type and no entities", parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise MarkupError(f"not well-formed: {expat.errors.messages[error.code]}", error.lineno) from error
    return next(root.elements())
