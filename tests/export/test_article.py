"""One topic as an article, piece by piece; whole pages are in test_page_file.py."""

from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownPictureError
from crmo_desktop.domain.identifiers import PictureId, SectionId, TopicId
from crmo_desktop.domain.page import Page, Section
from crmo_desktop.domain.picture import Picture
from crmo_desktop.export.article import Article, term_name
from crmo_desktop.export.places import Places
from crmo_desktop.export.supply import Supply
from crmo_desktop.export.words import ExportWords
from crmo_desktop.services.reading import ReadingService

WORDS = ExportWords()


def nsaids(reading: ReadingService, html: str = "", **changes: object) -> Page:
    """NSAIDs for clinicians, with one section of `html`."""
    page = reading.page(TopicId("nsaids"), Audience.CLINICIAN)
    section = Section(id=SectionId("only"), title="Only", html=html, text="")
    return replace(page, sections=(section,), **changes)  # type: ignore[arg-type]  # fields of a page


def article(page: Page, supply: Supply, *, level: int = 1, with_sources: bool = True) -> Article:
    return Article(page, supply, WORDS, Places([page]), level=level, with_sources=with_sources)


def written(page: Page, supply: Supply, *, level: int = 1) -> Element:
    return ElementTree.fromstring(article(page, supply, level=level).html())


def first(root: Element, path: str) -> Element:
    found = root.find(path)
    assert found is not None, path
    return found


def test_headings_stand_below_one_another(reading: ReadingService, supply: Supply) -> None:
    root = written(nsaids(reading, "<h3>Within</h3><p>x</p>"), supply, level=3)

    found = [(part.tag, part.text) for part in root.iter() if part.tag in ("h3", "h4", "h5")]
    assert found == [("h3", "NSAIDs"), ("h4", "Only"), ("h5", "Within"), ("h4", "Sources")]


def test_marks_lead_to_sources_and_back(reading: ReadingService, supply: Supply) -> None:
    mark = '<a class="cite" href="cite:jansson-2007:nsaids-08|beck-2010:nsaids-05">[5, 6]</a>'
    root = written(nsaids(reading, f"<p>a {mark}</p><p>b {mark}</p>"), supply)

    ids = {part.get("id") for part in root.iter()}
    leads = [part.get("href", "") for part in root.iter("a")]
    assert len(root.findall("section/p/span[@class='cite']/a")) == 4
    inside = [href for href in leads if href.startswith("#nsaids.")]
    assert inside
    assert all(href.removeprefix("#") in ids for href in inside)
    cited = root.findall("section/p/span[@class='cite']/a")[0].get("href", "")
    source = next(part for part in root.iter("li") if part.get("id") == cited.removeprefix("#"))
    back = [part.get("href", "").removeprefix("#") for part in source.findall("a[@class='back']")]
    assert len(back) >= 2
    assert set(back) <= ids


def test_without_sources_there_are_no_marks(reading: ReadingService, supply: Supply) -> None:
    page = nsaids(reading, '<p>a <a class="cite" href="cite:beck-2010:nsaids-05">[1]</a></p>')

    html = article(page, supply, with_sources=False).html()

    assert "[" not in html
    assert WORDS.sources not in html


def test_a_part_lists_only_what_it_cites(reading: ReadingService, supply: Supply) -> None:
    page = nsaids(
        reading, '<p>a <a class="cite" href="cite:beck-2010:nsaids-05">[1]</a></p>', summary_html=""
    )

    root = written(page, supply)

    assert len(root.findall(".//section[@class='sources']/ol/li")) == 1
    none = written(nsaids(reading, "<p>a</p>", summary_html=""), supply)
    assert none.find(".//section[@class='sources']") is None


def test_the_first_cell_of_a_row_heads_it(reading: ReadingService, supply: Supply) -> None:
    table = (
        '<table><caption>What</caption><thead><tr><th>A</th><th class="numeric">B</th></tr></thead>'
        '<tbody><tr><td>a</td><td class="numeric">1</td></tr></tbody></table>'
    )
    root = written(nsaids(reading, table), supply)

    assert first(root, ".//caption").text == "What"
    assert [cell.get("scope") for cell in root.iter("th")] == ["col", "col", "row"]
    assert [cell.get("class") for cell in root.findall(".//thead//th")] == [None, "numeric"]
    assert first(root, ".//td").get("class") == "numeric"


def test_a_call_out_says_what_it_is(reading: ReadingService, supply: Supply) -> None:
    root = written(nsaids(reading, '<aside class="red-flag"><p>x</p></aside>'), supply)

    box = first(root, ".//div[@role='note']")
    assert box.get("class") == "call-out red-flag"
    assert first(box, "p").text == "Red flag"


def test_links_out_of_the_file_tell_where_they_lead(reading: ReadingService, supply: Supply) -> None:
    html = (
        '<p><a href="crmo://topic/mri">MRI</a> <a href="https://a.org/">a</a> <a href="#x">odd</a> '
        '<a class="term" href="term:g-mri">scan</a><br/><span lang="de">Knochen</span></p>'
    )
    page = nsaids(reading, html)
    made = article(page, supply)
    root = ElementTree.fromstring(made.html())

    links = {part.text: part.attrib for part in first(root, "section/p").iter("a")}
    assert links["MRI"] == {"class": "away", "href": "crmo://topic/mri"}
    assert links["a"] == {"class": "outside", "rel": "noreferrer", "href": "https://a.org/"}
    assert links["scan"]["href"] == f"#{term_name('term:g-mri', Audience.CLINICIAN)}"
    assert "odd" not in links
    assert "term:g-mri" in made.terms
    assert first(root, "section/p/span").get("lang") == "de"


def test_a_page_in_another_language_says_so(reading: ReadingService, supply: Supply) -> None:
    root = written(nsaids(reading, "<p>x</p>", language="he"), supply)

    assert (root.get("lang"), root.get("dir")) == ("he", "rtl")


def test_images_are_inside(reading: ReadingService, supply: Supply) -> None:
    files = {"scan.png": b"\x89PNG"}
    html = (
        '<figure><img src="scan.png" alt="A scan"/><figcaption>What</figcaption></figure>'
        '<figure><img src="gone.png" alt="Gone"/></figure><figure><figcaption>Alone</figcaption></figure>'
    )
    root = written(nsaids(reading, html), supply._replace(file=files.get))

    assert first(root, ".//img").attrib == {"alt": "A scan", "src": "data:image/png;base64,iVBORw=="}
    assert [figure.text for figure in root.iter("figure")] == [None, "Gone", None]


def test_a_drawing_that_the_edition_lacks_is_told(reading: ReadingService, supply: Supply) -> None:
    def lacks(id: PictureId, _audience: Audience) -> Picture:
        raise UnknownPictureError(id)

    html = '<figure class="picture"><img src="figure:gone" alt="What it showed"/></figure>'
    root = written(nsaids(reading, html), supply._replace(figure=lacks))

    assert first(root, ".//figure/p").text == "What it showed"


def test_blocks_within_an_item_are_kept(reading: ReadingService, supply: Supply) -> None:
    root = written(nsaids(reading, '<ul class="checklist"><li>a<table><tbody/></table></li></ul>'), supply)

    assert root.find(".//ul[@class='checklist']/li/div/table") is not None
