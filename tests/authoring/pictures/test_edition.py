"""The pictures of the edition, read back from the pack, are held against its evidence."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import IconArrays, Picture, Ranges, Timeline, Words
from crmo_desktop.library.pack import open_pack
from crmo_desktop.library.pictures import pictures
from tests.conftest import ROOT

NUMBER = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w]|[.,]\d)")
SHARE = re.compile(r"\(\d+(?:\.\d+)?%\)")  # beside "17 of 40": worked out
IN_WORDS = {
    word: value
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
WANTED = set(
    "bone-map path-to-diagnosis path-to-diagnosis-families treatment-choices treatment-choices-clinicians "
    "response-to-nsaids response-to-nsaids-families response-to-second-line relapse remission silent-lesions "
    "silent-lesions-clinicians crmo-or-infection crmo-or-infection-families crmo-or-cancer age-at-start "
    "delay-to-diagnosis delay-to-diagnosis-families history team long-bone bone-steps mri-day".split()
)


@pytest.fixture(scope="module")
def edition(pack_path: Path) -> list[Picture]:
    with closing(open_pack(pack_path)) as pack:
        return list(pictures(pack.connection))


@cache
def evidence(name: str) -> dict[str, dict[str, Any]]:
    records = json.loads((ROOT / "content" / name).read_text(encoding="utf-8"))
    return {record["id"]: record for record in records}


def text_of(facts: tuple[str, ...]) -> str:
    found = [evidence("facts.json")[id] for id in facts]
    return " \n ".join(part for fact in found for part in (fact["statement"], *fact["figures"]))


def numbers(text: str) -> set[float]:
    found = {float(number.replace(",", "")) for number in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}
    return found | {
        float(value) for word, value in IN_WORDS.items() if re.search(rf"\b{word}\b", text.lower())
    }


def words_in(value: object) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from words_in(item)


Kind = TypeVar("Kind")


def of_kind(edition: list[Picture], kind: type[Kind]) -> list[tuple[str, Kind]]:
    found = [(picture.id, picture.drawing) for picture in edition if isinstance(picture.drawing, kind)]
    assert found
    return found  # type: ignore[return-value]  # a NewType is a text


def test_every_picture_that_was_asked_for_is_there(edition: list[Picture]) -> None:
    assert {picture.id for picture in edition} >= WANTED


def test_bones_of_site_frequencies_are_those_of_the_records(edition: list[Picture]) -> None:
    records = evidence("site-frequencies.json")
    seen = 0
    for _, drawing in of_kind(edition, BoneMap):
        for group in drawing.groups:
            for bone in (bone for bone in group.bones if bone.id in records):
                record = records[bone.id]
                seen += 1
                assert (bone.percent, bone.shown) == (record["percent"], f"{record['percent']}%")
                assert bone.affected == record["affected_n"]
                assert (group.n, group.source) == (record["cohort_n"], record["source"])
                assert (group.counts == "lesions") == record["basis"].startswith("lesions")
                assert record["source"] != "ijp-2018-case"
                assert "together" not in record["site"]
                assert "only lesion" not in record["site"]
                if group.total is not None:
                    assert record["basis"] == f"lesions (of {group.total})"
    assert seen > 20


def test_a_cohort_is_of_one_basis_and_one_method(edition: list[Picture]) -> None:
    records = evidence("site-frequencies.json")
    for _, drawing in of_kind(edition, BoneMap):
        for group in drawing.groups:
            kinds = {
                tuple(records[bone.id][key] for key in ("source", "basis", "method", "cohort_n"))
                for bone in group.bones
                if bone.id in records
            }
            assert len(kinds) <= 1
            assert len(kinds) == 0 or all(bone.id in records for bone in group.bones)


def test_bones_of_facts_are_those_of_the_facts(edition: list[Picture]) -> None:
    records = evidence("site-frequencies.json")
    for _, drawing in of_kind(edition, BoneMap):
        for group in drawing.groups:
            for bone in (bone for bone in group.bones if bone.id not in records):
                found = numbers(text_of(bone.facts))
                assert float(group.n) in found
                assert bone.affected is not None
                assert float(bone.affected) in found
                assert bone.percent == pytest.approx(100 * bone.affected / group.n, abs=0.06)


def test_rates_are_those_of_their_facts_and_have_their_people(edition: list[Picture]) -> None:
    for id, drawing in of_kind(edition, IconArrays):
        for comparison in drawing.comparisons:
            for rate in comparison.rates:
                text = text_of(rate.facts)
                assert float(rate.people) in numbers(text), (id, rate.label)
                counted = re.fullmatch(r"(\d+) of (\d+) \(([\d.]+)%\)", rate.shown)
                if counted is None:
                    assert re.search(rf"(?<![\d.]){re.escape(rate.shown)}", text), (id, rate.label)
                    assert rate.shown == f"{rate.percent:g}%"
                    continue
                count, people = int(counted[1]), int(counted[2])
                assert people == rate.people
                assert rate.percent == pytest.approx(100 * count / people, abs=0.5)
                assert float(counted[3]) == pytest.approx(100 * count / people, abs=0.5)
                assert count in (0, people) or float(count) in numbers(text), (id, rate.label)
                sources = [s for fact in rate.facts for s in evidence("facts.json")[fact]["sources"]]
                assert rate.source in sources


def test_all_and_none_are_told_by_the_facts(edition: list[Picture]) -> None:
    for id, drawing in of_kind(edition, IconArrays):
        for rate in (rate for comparison in drawing.comparisons for rate in comparison.rates):
            if rate.percent == 100:
                assert re.search(r"\ball\b|17/17", text_of(rate.facts)), (id, rate.label)
            if rate.percent == 0:
                assert re.search(r"\bdid not (?:give|help)", text_of(rate.facts)), (id, rate.label)


def test_ranges_are_those_of_their_facts(edition: list[Picture]) -> None:
    for id, drawing in of_kind(edition, Ranges):
        for item in (item for group in drawing.groups for item in group.ranges):
            found = numbers(text_of(item.facts))
            factor = 12 if drawing.unit.startswith("months") and "years" in item.shown else 1
            for value in (item.value, item.low, item.high):
                if value is not None:
                    assert any(value == pytest.approx(factor * number) for number in found), (id, item.label)
            if item.people is not None:
                assert float(item.people) in found, (id, item.label)
            for number in NUMBER.findall(item.shown):
                assert float(number) in found, (id, item.label)


def test_years_are_those_of_their_facts(edition: list[Picture]) -> None:
    for _, drawing in of_kind(edition, Timeline):
        for event in drawing.events:
            assert str(event.year) in text_of(event.title.facts)
            assert str(event.year) in event.shown


def test_every_number_in_the_words_stands_in_what_they_cite(edition: list[Picture]) -> None:
    for picture in edition:
        for words in words_in((picture.drawing, picture.table.rows)):
            if words.facts:
                found = numbers(text_of(words.facts))
                for number in NUMBER.findall(SHARE.sub("", words.text)):
                    is_worked_out = isinstance(picture.drawing, BoneMap) or "0 of" in words.text
                    assert is_worked_out or float(number.replace(",", "")) in found, (picture.id, words.text)


def test_what_is_said_holds_every_figure_that_is_drawn(edition: list[Picture]) -> None:
    for picture in edition:
        said = " ".join(picture.said)
        for words in words_in(picture.drawing):
            assert words.text.rstrip(".") in said, (picture.id, words.text)
        if isinstance(picture.drawing, IconArrays):
            for rate in (rate for one in picture.drawing.comparisons for rate in one.rates):
                assert rate.shown in said
                assert rate.note.rstrip(".") in said
        if isinstance(picture.drawing, BoneMap):
            for group, paragraph in zip(picture.drawing.groups, picture.said, strict=True):
                assert all(f"{bone.name} {bone.shown}" in paragraph for bone in group.bones)
                assert group.people in paragraph


def test_families_are_told_no_fact_for_clinicians(edition: list[Picture]) -> None:
    from crmo_desktop.domain.picture_audience import read_by

    for picture in (read_by(picture, Audience.PATIENT) for picture in edition):
        if picture.audience != "clinician":
            cited = {fact for words in words_in((picture.drawing, picture.table)) for fact in words.facts}
            for fact in cited | set(picture.facts):
                assert evidence("facts.json")[fact]["audience"] != "clinician", (picture.id, fact)


def test_sources_and_facts_of_pictures_are_in_the_pack(pack_path: Path, edition: list[Picture]) -> None:
    with closing(open_pack(pack_path)) as pack:
        for picture in edition:
            assert all(pack.source(source).title for source in picture.sources)
            assert all(pack.fact(fact).statement for fact in picture.facts)
