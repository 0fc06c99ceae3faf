"""What a book has, in three orders."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import Extract, Publication
from crmo_desktop.gui.paper.book import Book, BookMakers, make_book

TOPICS = ("bone-pain", "flares")


def book(makers: BookMakers, *contents: Extract, **more: object) -> Book:
    return make_book(Publication(title="Work", contents=contents, **more), makers)  # type: ignore[arg-type]  # as named


def extract(topic: str, audience: Audience = Audience.PATIENT, **more: object) -> Extract:
    return Extract(topic=TopicId(topic), audience=audience, **more)  # type: ignore[arg-type]  # as named


def test_chapters_topics_and_sections_have_levels(makers: BookMakers) -> None:
    made = book(makers, extract("bone-pain", chapter="One"), extract("flares", chapter="Two"))
    levels = {entry.title: entry.level for entry in made.outline}

    assert [levels[title] for title in ("One", "Bone pain", "How it feels", "Two", "Flares")] == [
        0,
        1,
        2,
        0,
        1,
    ]
    assert [entry.page for entry in made.outline] == sorted(entry.page for entry in made.outline)


def test_without_chapters_topics_come_first(makers: BookMakers) -> None:
    made = book(makers, extract("bone-pain"), extract("bone-pain", Audience.CLINICIAN))
    first = [entry.title for entry in made.outline if entry.level == 0]

    assert first == ["Bone pain, for families", "Bone pain, for clinicians"]


def test_parts_of_topics_have_no_level_above(makers: BookMakers) -> None:
    made = book(makers, extract("bone-pain", sections=(SectionId("in-short"), SectionId("what-to-do"))))

    assert [(entry.level, entry.title) for entry in made.outline] == [(0, "In short"), (0, "What to do")]


def told(made: Book) -> str:
    return "\n".join(made.told(number) for number in range(made.pages))


def test_the_list_of_contents_names_chapters(makers: BookMakers) -> None:
    made = book(makers, extract("bone-pain", chapter="One"), extract("flares"), has_list_of_contents=True)

    assert made.told(0).startswith("Contents\nOne 2\nBone pain 2\nFlares ")


def test_the_index_is_from_a_to_z_with_titles_and_words(makers: BookMakers) -> None:
    made = book(makers, extract("flares"), extract("bone-pain"), has_index=True)
    index = told(made).partition("Index of topics\n")[2].split("\n")
    keywords = makers.reading.keywords()[TopicId("bone-pain")]

    letters = [line for line in index if len(line) == 1]
    assert letters == sorted(letters)
    assert any(line.startswith("Flares\u20021") for line in index)
    assert any(line.startswith(f"{keywords[0]}\u2002") for line in index)
