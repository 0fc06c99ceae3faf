"""The JSON objects that people write: which fields they have, and of what kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Record = dict[str, Any]  # one JSON object; `tidy` sees to the kinds of the fields that a shape names


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the objects of one file have; fields that it does not name are free.

    Attributes:
        texts: text that may not be empty.
        optional_texts: text, null or absent.
        lists: lists of texts, null or absent; none is empty.
        optional_numbers: whole numbers, null or absent.
        choices: fields with the texts they can have.
    """

    texts: tuple[str, ...] = ()
    optional_texts: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    optional_numbers: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


EDITION: Final = Shape(
    texts=("language", "title", "maker", "date", "review_due", "licence"), optional_texts=("reviewed_by",)
)
FACT: Final = Shape(
    texts=("statement", "strength"),
    optional_texts=("caution",),
    lists=("figures", "sources"),
    optional_numbers=("priority",),
    choices={"audience": ("patient", "clinician", "both")},
)
SOURCE: Final = Shape(
    texts=("title",),
    optional_texts=("authors", "journal", "volume_pages", "doi", "url", "kind", "seen"),
    optional_numbers=("year",),
)
TERM: Final = Shape(texts=("term", "plain", "clinician"), lists=("synonyms", "sources"))
SYNONYMS: Final = Shape(texts=("canonical",), lists=("terms", "misspellings"))
ASKED: Final = Shape(lists=("phrases",))
SITE: Final = Shape(optional_texts=("source",))
CONDITION: Final = Shape(lists=("feature_sources", "test_sources"))
PICTURE_WORDS: Final = Shape(
    texts=(
        "percent", "counted", "bone_counted", "rate", "rate_counted", "range", "range_of_people",
        "answer", "go_on", "unknown",
    )
)  # fmt: skip
QUESTION: Final = Shape(
    texts=("chapter", "question", "explanation", "settled_by"),
    lists=("options", "facts"),
    choices={
        "kind": ("best-answer", "true-false", "order"),
        "audience": ("patient", "clinician"),
        "difficulty": ("easy", "medium", "hard"),
    },
)

TEACHING: Final = Shape(optional_texts=("states",), lists=("ask", "say", "misunderstood", "facts"))


def tidy(record: Record, shape: Shape) -> tuple[Record, list[str]]:
    """`record` with every field of `shape` in its kind, and what was wrong: "it does not say its title"."""
    wanted: list[tuple[str, Callable[[object], bool], object, str]] = [
        *((name, _is_said, "", f"it does not say its {name}") for name in shape.texts),
        *((name, _is_text_or_null, None, f"its {name} is no text") for name in shape.optional_texts),
        *((name, _is_list_of_texts, [], f"its {name} are not a list of texts") for name in shape.lists),
        *((name, _is_number_or_null, None, f"its {name} is no whole number")
          for name in shape.optional_numbers),
        *((name, texts.__contains__, texts[-1], f"its {name} is none of {', '.join(texts)}")
          for name, texts in shape.choices.items()),
    ]  # fmt: skip
    wrong = {name: (stand_in, fault) for name, fits, stand_in, fault in wanted if not fits(record.get(name))}
    absent: Record = {name: [] for name in shape.lists if record.get(name) is None}
    tidied = record | absent | {name: stand_in for name, (stand_in, _) in wrong.items()}
    return tidied, [fault for _, fault in wrong.values()]


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_text_or_null(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_list_of_texts(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _is_number_or_null(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool))
