"""Where one sentence ends and the next begins."""

import re
from typing import Final

# Behind these a sentence goes on, whatever comes next.
_GO_ON: Final = frozenset(
    "al approx ca cf chap dr e.g eds eg fig figs i.e ie mr mrs ms nr pp prof st suppl v viz vol vs".split()
)
_BEFORE_A_NUMBER: Final = frozenset({"no", "p"})
# An end: full stop, question or exclamation mark, whatever closes, a blank, and something that can begin.
_END: Final = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9\u00c0-\u00de\ue000-\uf8ff])")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")


def split(text: str) -> list[str]:
    """The sentences of a paragraph, in order, without the blanks between them; none of no text."""
    found, start = [], 0
    for end in _END.finditer(text):
        if not _goes_on(text[start : end.start() + 1], text[end.end() :].lstrip()):
            found.append(text[start : end.end()])
            start = end.end()
    found.append(text[start:])
    return [sentence.strip() for sentence in found if sentence.strip()]


def _goes_on(so_far: str, after: str) -> bool:
    """Whether the full stop at the end of `so_far` belongs to an abbreviation or an initial."""
    word = _LAST_WORD.search(so_far)
    if word is None:
        return False
    last = word[1]
    is_initial = len(last) == 1 and last.isupper() and last != "I"
    is_of_number = last.lower() in _BEFORE_A_NUMBER and after[:1].isdigit()
    return is_initial or is_of_number or last.lower() in _GO_ON
