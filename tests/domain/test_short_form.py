"""A page in one sentence and in thirty seconds."""

from dataclasses import replace
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import SectionId, SourceId
from crmo_desktop.domain.page import Page, Section
from crmo_desktop.domain.short_form import ShortForm, can_be_short, first_left_out, shorten
from tests.domain.values import entry, page, source

KEY, DAY = page().sections
RED = '<aside class="red-flag"><p>Go <strong>now</strong> &amp; fast.</p></aside>'


def red(id: str, html: str) -> Section:
    return Section(id=SectionId(id), title=id.title(), html=html, text="")


def short(page: Page, depth: Depth = Depth.SHORT) -> ShortForm:
    form = shorten(page, depth)
    assert form is not None
    return form


def ids(sections: tuple[Section, ...]) -> list[str]:
    return [section.id for section in sections]


@pytest.mark.parametrize(
    ("depth", "shown", "left_out"),
    [(Depth.SENTENCE, [], ["in-short", "day"]), (Depth.SHORT, ["in-short"], ["day"])],
)
def test_what_is_shown(depth: Depth, shown: list[str], left_out: list[str]) -> None:
    form = short(page(), depth)

    assert (ids(form.page.sections), ids(form.left_out)) == (shown, left_out)
    assert form.depth is depth
    assert form.page.summary_html == page().summary_html
    assert first_left_out(form) == left_out[0]


def test_everything_is_no_short_form() -> None:
    assert shorten(page(), Depth.EVERYTHING) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"audience": Audience.CLINICIAN},
        {"topic": entry(is_help=True)},
        {"summary": ""},
        {"sections": (DAY,)},
        {"sections": (KEY,)},
        {"sections": ()},
    ],
)
@pytest.mark.parametrize("depth", [Depth.SENTENCE, Depth.SHORT])
def test_pages_that_have_none(changes: dict[str, Any], depth: Depth) -> None:
    assert not can_be_short(page(**changes))
    assert shorten(page(**changes), depth) is None


class TestWarnings:
    @pytest.mark.parametrize("depth", [Depth.SENTENCE, Depth.SHORT])
    def test_red_flags_at_the_head_of_the_rest_are_kept_whole(self, depth: Depth) -> None:
        form = short(page(sections=(KEY, red("go", f"<p>First.</p>{RED} tail<p>Last.</p>{RED}"), DAY)), depth)

        assert form.warnings == (RED, RED)
        assert form.warned == ()

    def test_sections_with_later_ones_are_named(self) -> None:
        form = short(page(sections=(KEY, DAY, red("a", RED), red("b", "<p>red-flag</p>"), red("c", RED))))

        assert form.warnings == ()
        assert ids(form.warned) == ["a", "c"]


class TestSources:
    def test_those_behind_what_is_shown_keep_their_numbers(self) -> None:
        names = ["a-2020", "b-2020", "c-2020", "d-2020"]
        sources = tuple(source(id=SourceId(name)) for name in names)
        mark = '<p>One. <a class="cite" href="cite:{}">[n]</a></p>'
        written = page(
            summary_html=mark.format("b-2020:f-1"),
            sections=(
                replace(KEY, html=mark.format("d-2020:f-1+f-2|lost-2020:f-3")),
                red("go", RED.replace("</p>", mark.format("a-2020:f-1").removeprefix("<p>One. "))),
                replace(DAY, html=mark.format("c-2020:f-4")),
            ),
            sources=sources,
        )

        assert short(written, Depth.SENTENCE).cited == (1, 2)
        assert short(written, Depth.SHORT).cited == (1, 2, 4)
        assert short(written).page.sources == sources
