"""Each group of synonyms alone finds a topic that is right for it.

`groups.json` says which topics those are, the best first: judged by what the words mean and what the topics
say, not by what is found.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.search.engine import SearchEngine
from tests.conftest import ROOT

GROUPS: list[dict[str, Any]] = json.loads((ROOT / "content/synonyms.json").read_text(encoding="utf-8"))
TOPICS: dict[str, list[str]] = json.loads(Path(__file__).with_name("groups.json").read_text(encoding="utf-8"))
PLACES = 3
# What is known not to be found, and why; strike out what begins to be.
KNOWN_MISSES: dict[str, tuple[set[str], str]] = {
    "syn-fever": ({"feverish"}, "fourth to what to do with a feverish child: the next dose, the alarm signs"),
    "syn-scch": (
        {"sternocostoclavicular hyperostosis"},
        "second to the names of the disease, of which it was one",
    ),
    "syn-toe": (
        {"toe"},
        "no topic speaks of toes but in “from head to toe”, a keyword of the examination",
    ),
    "syn-ibandronate": (
        {"ibandronic acid"},
        "second to the table of medicines, which people ask for by this very name",
    ),
    "syn-injection": ({"injection"}, "second to vaccines, which are jabs, too"),
    "syn-randomised-trial": ({"randomised trial"}, "second to the history, which tells of the first ones"),
    "syn-doctor": (
        {"doctor"},
        "for clinicians second to the physicians who have not reviewed this reference",
    ),
    "syn-mother": (
        {"mother", "mum", "mom", "mummy", "mommy"},
        "no topic is about mothers; where they find others, or take bisphosphonates themselves, comes first",
    ),
    "syn-father": ({"father"}, "no topic is about fathers"),
    "syn-sun-protection": ({"sun protection"}, "second to the safety of medicines in general"),
}


def is_found(term: str, topics: list[str], places: int, engine: SearchEngine) -> bool:
    """Whether both audiences find one of `topics` among the first `places` when they search for `term`."""
    for audience in Audience:
        hits = engine.search(term, audience=audience).hits
        found = list(dict.fromkeys(hit.topic for hit in hits))[:places]
        if not set(found) & set(topics):
            return False
    return True


def test_every_group_has_its_topics() -> None:
    assert list(TOPICS) == [group["id"] for group in GROUPS]
    assert KNOWN_MISSES.keys() <= TOPICS.keys()


def test_the_topics_are_in_the_tree() -> None:
    tree = json.loads((ROOT / "content/tree.json").read_text(encoding="utf-8"))
    known = {topic["id"] for chapter in tree["chapters"] for topic in chapter["topics"]}
    for name, topics in TOPICS.items():
        assert topics, name
        assert len(set(topics)) == len(topics), name
        assert set(topics) <= known, name


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["id"])
def test_a_group_finds_its_topic(group: dict[str, Any], real_engine: SearchEngine) -> None:
    topics = TOPICS[group["id"]]
    places = {**dict.fromkeys(group["terms"], PLACES), group["canonical"]: 1}
    missed = {term for term, place in places.items() if not is_found(term, topics, place, real_engine)}

    assert missed == KNOWN_MISSES.get(group["id"], (set(), ""))[0]
