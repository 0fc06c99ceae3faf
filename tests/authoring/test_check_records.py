"""The tree against the topic files, the edition, and the sources that JSON files name."""

import pytest

from tests.authoring.small_content import EDITION, PAIN, SCAN, TREE, SmallContent

BONES, GUIDE_TREE = TREE["chapters"][0], TREE["help"]
FORM = "needs an id of small letters, digits and hyphens, and a title"


@pytest.mark.parametrize("key", ["date", "review_due"])
@pytest.mark.parametrize("date", ["23 November 2026", "2026-13-01", "20261123", "2026-11-23T10:00"])
def test_a_date_is_a_date(key: str, date: str, content: SmallContent) -> None:
    content.set_edition(**{key: date})

    assert content.problems() == [f"edition.json:1: the edition's {key} is no date like 2026-11-23: “{date}”"]


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "pt-BR", "zh-Hant-TW"])
def test_a_language_may_be_any(language: str, content: SmallContent) -> None:
    content.set_edition(language=language)

    assert content.problems() == []


@pytest.mark.parametrize("language", ["English language", "e", "en_GB", "en-"])
def test_a_language_is_a_tag(language: str, content: SmallContent) -> None:
    content.set_edition(language=language)

    assert content.problems() == [
        f"edition.json:1: the edition's language is no tag like en or pt-BR: “{language}”"
    ]


def test_complete_is_true_or_false(content: SmallContent) -> None:
    content.set_edition(complete="yes")

    assert content.problems() == ["edition.json:1: the edition's “complete” is neither true nor false"]


def test_an_edition_that_does_not_say_is_complete(content: SmallContent) -> None:
    content.write("edition.json", {key: value for key, value in EDITION.items() if key != "complete"})
    (content.root / SCAN).unlink()

    assert content.problems() == ["tree.json:12: topic “scan” of the plan is missing: it has no file"]


def test_a_topic_that_the_tree_does_not_name_is_unknown(content: SmallContent) -> None:
    content.write("tree.json", TREE | {"chapters": [BONES | {"topics": BONES["topics"][:1]}]})
    content.replace(PAIN, "crmo://topic/scan#day", "crmo://home")
    content.replace(PAIN, ' data-related="scan"', "")

    assert content.problems() == [f"{SCAN}:1: unknown topic “scan”: tree.json does not name it"]


def test_a_topic_lies_in_the_folder_of_its_chapter(content: SmallContent) -> None:
    (content.root / "topics/zones").mkdir()
    (content.root / SCAN).rename(content.root / "topics/zones/scan.html")

    assert content.problems() == [
        "topics/zones/scan.html:1: topic “scan” belongs in the folder of chapter “bones”"
    ]


def test_a_topic_has_one_place(content: SmallContent) -> None:
    line = content.replace("tree.json", '"id": "help-read"', '"id": "pain"')

    assert f"tree.json:{line}: duplicate topic “pain”" in content.problems()


def test_a_chapter_has_one_place(content: SmallContent) -> None:
    other = {"id": "bones", "title": "More bones", "topics": []}
    content.write("tree.json", TREE | {"chapters": [BONES, other]})

    text = (content.root / "tree.json").read_text(encoding="utf-8")
    line = text.count("\n", 0, text.rindex('"id": "bones"')) + 1
    assert content.problems() == [f"tree.json:{line}: duplicate chapter “bones”"]


def test_no_chapter_is_called_help(content: SmallContent) -> None:
    content.write("tree.json", TREE | {"chapters": [BONES, {"id": "help", "title": "Help", "topics": []}]})

    assert [problem for problem in content.problems() if problem.endswith("duplicate chapter “help”")]


@pytest.mark.parametrize(
    ("entry", "id"),
    [
        ({"id": "Bone Pain", "title": "Pain"}, "Bone Pain"),
        ({"id": "", "title": "Pain"}, ""),
        ({"title": "Pain"}, ""),
        ({"id": "ache"}, "ache"),
        ({"id": "ache", "title": " "}, "ache"),
        ({"id": "ache", "title": 7}, "ache"),
    ],
)
def test_chapters_and_topics_have_ids_and_titles(
    entry: dict[str, object], id: str, content: SmallContent
) -> None:
    content.set_edition(complete=False)
    content.write("tree.json", TREE | {"chapters": [BONES, entry]})
    chapters = content.problems()
    content.write("tree.json", TREE | {"chapters": [BONES | {"topics": [*BONES["topics"], entry]}]})
    topics = content.problems()

    assert [problem.partition(": ")[2] for problem in chapters] == [f"chapter “{id}” {FORM}"]
    assert f"topic “{id}” {FORM}" in [problem.partition(": ")[2] for problem in topics]


def test_a_reference_needs_no_guide(content: SmallContent) -> None:
    content.write("tree.json", {"chapters": TREE["chapters"]})
    (content.root / "help/help-read.html").unlink()

    assert content.problems() == []


def test_a_guide_needs_a_title(content: SmallContent) -> None:
    content.write("tree.json", TREE | {"help": {"topics": GUIDE_TREE["topics"]}})

    assert content.problems() == [f"tree.json:1: chapter “help” {FORM}"]


@pytest.mark.parametrize(
    ("name", "id", "field", "value"),
    [
        ("glossary.json", "g-mri", "sources", ["book", "nowhere"]),
        ("site-frequencies.json", "site-1", "source", "nowhere"),
        ("differential-table.json", "d-1", "feature_sources", ["nowhere"]),
        ("differential-table.json", "d-1", "test_sources", ["nowhere"]),
    ],
)
def test_a_source_that_does_not_exist(
    name: str, id: str, field: str, value: object, content: SmallContent
) -> None:
    content.change(name, id, **{field: value})

    assert content.problems() == [f"{name}:3: source “nowhere” of “{id}” does not exist"]


def test_a_source_may_be_unknown_to_the_writer(content: SmallContent) -> None:
    content.change("site-frequencies.json", "site-1", source=None)

    assert content.problems() == []


def test_what_people_type_is_for_one_topic_that_there_is(content: SmallContent) -> None:
    content.write(
        "asked.json",
        [
            {"id": "pain", "phrases": ["why does it hurt", "Why does it  hurt", " "]},
            {"id": "scan", "phrases": ["why does it hurt", "the loud machine", "take 5 mg/kg"]},
            {"id": "nowhere", "phrases": ["lost"]},
        ],
    )

    assert [problem.partition(": ")[2] for problem in content.problems()] == [
        "an empty phrase for “pain”",
        "“Why does it  hurt” of “pain” is there twice",
        "a dose in what people type for “scan”: “5 mg”",
        "“why does it hurt” of “scan” is there for “pain”, too",
        "unknown topic “nowhere”",
    ]


def test_an_edition_may_do_without_what_people_type(content: SmallContent) -> None:
    assert not (content.root / "asked.json").exists()
    assert content.problems() == []
