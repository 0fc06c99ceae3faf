"""What the search has to know about a language, as a table; everything else works for any."""

from dataclasses import dataclass
from typing import Final

_PLAIN: Final = "unicode61 remove_diacritics 2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How a language is searched.

    Attributes:
        tokenizer: FTS5's `tokenize` option.
        fillers: folded words that carry no meaning in a question.
        spellings: pairs of letters that two spellings of a word differ in, tried both ways.
    """

    tokenizer: str
    fillers: frozenset[str] = frozenset()
    spellings: tuple[tuple[str, str], ...] = ()


_ENGLISH_FILLERS: Final = """
a about after all also am an and any anybody anyone anything are as at be because been before being
but by can cannot could d did do does doing don done each either else ever every few for from get
gets getting give given go goes going good got had has have having he her here hers him his how i if
in into is isn it its just know let like ll long m make makes many may me mean means might more most
much must my need needs no nor not now of off often ok on one or our out over own per please put re
really s say shall she should so some somebody someone something still such t take taken takes
taking tell than that the their theirs them then there these they thing things this those to too try
u up us use used using usual usually ve very want was we were what whats when where whether which
while who whom whose why will with without won would yes yet you your yours
""".split()

_LANGUAGES: Final = {
    "en": Language(
        tokenizer=f"porter {_PLAIN}",
        fillers=frozenset(_ENGLISH_FILLERS),
        spellings=(
            ("ae", "e"), ("oe", "e"), ("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"),
            ("ogue", "og"), ("ph", "f"), ("ll", "l"), ("ence", "ense"), ("mme", "m"), ("que", "ck"),
        ),
    )
}  # fmt: skip
_ANY_OTHER: Final = Language(tokenizer=_PLAIN)


def language(tag: str) -> Language:
    """How the language with the BCP 47 `tag` is searched; one without an entry, word for word."""
    return _LANGUAGES.get(tag.partition("-")[0].lower(), _ANY_OTHER)
