import sqlite3

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.search import hits
from crmo_desktop.search.engine import SearchEngine


def test_a_hit_tells_where_it_stands(engine: SearchEngine) -> None:
    hit = engine.search("blisters", audience=Audience.CLINICIAN).hits[0]

    assert (hit.topic, hit.topic_title, hit.chapter_title) == ("skin", "Skin", "Symptoms")
    assert (hit.section, hit.section_title) == ("palms", "Palms and soles")
    assert hit.audience is Audience.CLINICIAN
    assert not hit.is_help
    assert [hit.excerpt[start : start + length] for start, length in hit.marks] == ["blisters"]


def test_a_summary_has_no_section(engine: SearchEngine) -> None:
    hit = engine.search("blocks TNF", audience=Audience.PATIENT).hits[0]

    assert (hit.section, hit.section_title) == (None, "")
    assert hit.excerpt == "Adalimumab blocks TNF and is injected under the skin."


def test_passages_are_forgotten_when_there_are_too_many(
    pack: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "_MOST_REMEMBERED", 1)
    engine = SearchEngine(pack)

    first = engine.search("crmo", audience=Audience.PATIENT)

    assert len(first.hits) > 1
    assert engine.search("crmo", audience=Audience.PATIENT) == first
