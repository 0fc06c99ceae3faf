"""Topics show pictures: title and caption in the text, all that they say for who cannot see them."""

from contextlib import closing

import pytest

from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.authoring.content_folder import read_content
from crmo_desktop.authoring.pictures.making import make_pictures
from crmo_desktop.authoring.pictures.placing import figure, placed, with_pictures
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.library.pack import open_pack
from crmo_desktop.library.pictures import pictures
from tests.authoring.pictures.small_pictures import (
    EVERY,
    add,
    bones,
    labels,
    lesion_group,
    mri_group,
    rates,
    sound,
)
from tests.authoring.small_content import PAIN, SmallContent


def test_where_pictures_are_shown(content: SmallContent) -> None:
    assert placed(read_content(content.root)) == {}

    add(content, rates())
    assert placed(read_content(content.root)) == {"sore": ["pain"]}


@pytest.mark.parametrize(("title", "told"), [("Sore bones", "Sore bones. What"), ("Sore?", "Sore? What")])
def test_a_figure_is_read_by_its_title_and_caption(content: SmallContent, title: str, told: str) -> None:
    shown = figure(sound(content, rates() | {"title": title}), 7)

    assert shown.attributes == {"class": "picture", "data-facts": "f-pain"}
    caption, image = shown.elements()
    assert image.attributes == {
        "src": "figure:sore",
        "alt": "Pain first. Our study: 42.5% of 40 children.",
        "title": title,
    }
    assert caption.text() == f"{told} there is to see."


def test_a_page_shows_its_picture_and_numbers_its_sources(content: SmallContent) -> None:
    add(content, EVERY["BoneMap"])
    pack = content.root / "small.crmo"
    compile_pack(content.root, pack)

    with closing(open_pack(pack)) as opened:
        page = opened.page(TopicId("pain"), Audience.CLINICIAN)
        assert page is not None
        section = next(section for section in page.sections if section.id == "how-often")
        assert '<figure class="picture"><figcaption><strong>Sore bones</strong>. What' in section.html
        assert '</figcaption><img src="figure:sore" alt="Children, MRI: 25 children;' in section.html
        assert "cite:book:f-bones" in section.html
        assert section.text.startswith("Sore bones. What there is to see.\nIt strikes")
        assert "book" in [source.id for source in page.sources]
        assert [picture.id for picture in pictures(opened.connection)] == ["sore"]
        assert opened.picture("sore") is None


def test_in_a_section_for_all_clinicians_cohorts_are_left_out(content: SmallContent) -> None:
    add(content, bones(mri_group(), lesion_group()))
    content.replace(PAIN, "<h2>Who?</h2>", '<h2>Who?</h2><figure data-picture="sore"/>')
    folder = read_content(content.root)
    made = {one.file.id: one.picture for one in make_pictures(folder) if one.picture}

    roots = with_pictures(folder, made).topics["pain"].root
    shown = [element.attributes["data-facts"] for element in roots.walk() if element.tag == "figure"]
    assert shown == ["f-bones", "f-bones f-lesions"]


def test_facts_and_sources_of_pictures_are_in_the_pack(content: SmallContent) -> None:
    add(content, labels())
    pack = content.root / "small.crmo"
    compile_pack(content.root, pack)

    with closing(open_pack(pack)) as opened:
        art = opened.picture("leg.svg")
        assert art is not None
        assert b"{bone}" in art
        assert b"anchors" not in art


def test_a_picture_with_a_fault_is_not_compiled(content: SmallContent) -> None:
    add(content, rates(note="Seven"))

    with pytest.raises(UserError, match="the number “Seven” is typed in"):
        compile_pack(content.root, content.root / "small.crmo")
