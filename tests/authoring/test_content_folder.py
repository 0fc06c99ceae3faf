"""Reading the content folder: what cannot be read is told, never raised."""

import json
from pathlib import Path

import pytest

from crmo_desktop.authoring.checks import check_content
from crmo_desktop.authoring.content_folder import read_content
from tests.authoring.small_content import FACTS, GUIDE, PAIN, QUESTIONS, SCAN, SmallContent

JSON_FILES = (
    "edition.json", "tree.json", "facts.json", "sources.json", "glossary.json", "synonyms.json",
    "site-frequencies.json", "differential-table.json", "questions.json",
)  # fmt: skip
OBJECTS = {"edition.json", "tree.json"}


def read_problems(content: SmallContent) -> list[str]:
    return [str(problem).removeprefix(f"{content.root}/") for problem in read_content(content.root).problems]


def test_everything_is_read(content: SmallContent) -> None:
    folder = read_content(content.root)

    assert folder.problems == []
    assert (folder.language, folder.is_complete) == ("en", True)
    assert list(folder.topics) == ["pain", "scan", "help-read"]
    assert list(folder.facts) == [fact["id"] for fact in FACTS]
    assert folder.planned() == {"pain": "Bone pain", "scan": "MRI scan", "help-read": "Reading a page"}
    assert list(folder.written()) == ["pain", "scan", "help-read"]
    assert sorted(folder.datasets) == ["differential-table", "questions", "site-frequencies"]


def test_a_topic_knows_its_parts(content: SmallContent) -> None:
    topics = read_content(content.root).topics
    pain, guide = topics["pain"], topics["help-read"]

    assert (pain.chapter, pain.is_help, guide.is_help) == ("bones", False, True)
    assert [section.attributes["id"] for section in pain.sections()] == ["in-short", "how-often", "who"]
    assert [summary.attributes["data-audience"] for summary in pain.summaries()] == ["patient", "clinician"]


@pytest.mark.parametrize("name", JSON_FILES)
def test_a_missing_file_is_told(name: str, content: SmallContent) -> None:
    (content.root / name).unlink()

    assert read_problems(content) == [f"{name}:1: the file is missing"]


@pytest.mark.parametrize("name", JSON_FILES)
def test_broken_json_is_told_with_its_line(name: str, content: SmallContent) -> None:
    content.write(name, "[\n{\n,")

    assert read_problems(content) == [
        f"{name}:3: not JSON: Expecting property name enclosed in double quotes"
    ]


@pytest.mark.parametrize("name", JSON_FILES)
def test_the_wrong_kind_of_json_is_told(name: str, content: SmallContent) -> None:
    content.write(name, [] if name in OBJECTS else {})

    wanted = "object" if name in OBJECTS else "list"
    assert read_problems(content) == [f"{name}:1: a JSON {wanted} is wanted here"]


def test_json_that_python_cannot_read_is_told(content: SmallContent) -> None:
    content.write("questions.json", "[" * 100_000)
    content.write("synonyms.json", "[" + "9" * 5_000 + "]")

    problems = read_problems(content)

    assert [problem.partition(" read: ")[0] for problem in problems] == [
        "synonyms.json:1: not JSON that can be",
        "questions.json:1: not JSON that can be",
    ]


@pytest.mark.parametrize("name", ["facts.json", PAIN])
def test_what_is_not_utf_8_is_told_with_its_line(name: str, content: SmallContent) -> None:
    (content.root / name).write_bytes(b"<a>\n\xff</a>")

    assert read_problems(content) == [f"{name}:2: not UTF-8: byte 4 cannot be read"]


@pytest.mark.parametrize("name", ["facts.json", PAIN])
def test_a_folder_in_the_place_of_a_file_is_told(name: str, content: SmallContent) -> None:
    (content.root / name).unlink()
    (content.root / name).mkdir()

    assert read_problems(content) == [f"{name}:1: the file cannot be read: Is a directory"]


def test_a_topic_that_cannot_be_read_is_not_called_missing(content: SmallContent) -> None:
    content.write(SCAN, "<article>")

    assert content.problems() == [f"{SCAN}:1: not well-formed: no element found"]


def test_there_is_no_folder(tmp_path: Path) -> None:
    problems = read_content(tmp_path / "nowhere").problems

    assert [str(problem) for problem in problems] == [f"{tmp_path / 'nowhere'}:1: there is no such folder"]


def test_a_topic_written_twice_is_told(content: SmallContent) -> None:
    content.write("topics/zones/pain.html", '<article id="pain"/>')

    assert content.problems() == [
        f"topics/zones/pain.html:1: duplicate topic “pain”, also in {content.root / PAIN}"
    ]


def test_a_topic_of_the_guide_may_not_have_a_topics_name(content: SmallContent) -> None:
    content.write("help/pain.html", '<article id="pain"/>')

    assert content.problems() == [f"help/pain.html:1: duplicate topic “pain”, also in {content.root / PAIN}"]


@pytest.mark.parametrize("name", [name for name in JSON_FILES if name not in OBJECTS])
def test_ids_are_there_and_unlike(name: str, content: SmallContent) -> None:
    first = {"facts.json": FACTS[0], "questions.json": QUESTIONS[0]}.get(name, {}) | {
        "id": "a", "statement": "A", "title": "A", "term": "A", "plain": "A", "clinician": "A",
        "canonical": "A",
    }  # fmt: skip
    content.write(name, [first, {"id": ""}, "a", {"name": "a"}, {"id": 7}, first])

    second = json.dumps([first, {"id": ""}, "a", {"name": "a"}, {"id": 7}], indent=1).count("\n") + 2
    assert read_problems(content) == [
        *(f"{name}:1: object {place} has no id" for place in (2, 3, 4, 5)),
        f"{name}:{second}: duplicate id “a”",
    ]


@pytest.mark.parametrize(
    ("name", "id", "field", "value", "fault"),
    [
        ("facts.json", "f-rare", "statement", "", "it does not say its statement"),
        ("facts.json", "f-rare", "audience", "nurse", "its audience is none of patient, clinician, both"),
        ("facts.json", "f-rare", "sources", "study-2020", "its sources are not a list of texts"),
        ("facts.json", "f-rare", "caution", 7, "its caution is no text"),
        ("sources.json", "book", "title", ..., "it does not say its title"),
        ("sources.json", "book", "year", "2020", "its year is no whole number"),
        ("glossary.json", "g-mri", "plain", ..., "it does not say its plain"),
        ("synonyms.json", "s-pain", "terms", {}, "its terms are not a list of texts"),
        ("site-frequencies.json", "site-1", "source", 7, "its source is no text"),
        ("differential-table.json", "d-1", "test_sources", 7, "its test_sources are not a list of texts"),
        ("questions.json", "q-best", "chapter", ..., "it does not say its chapter"),
        ("questions.json", "q-best", "question", " ", "it does not say its question"),
        ("questions.json", "q-best", "explanation", "", "it does not say its explanation"),
        ("questions.json", "q-best", "settled_by", 7, "it does not say its settled_by"),
        ("questions.json", "q-best", "options", [7], "its options are not a list of texts"),
        ("questions.json", "q-best", "facts", "f-pain", "its facts are not a list of texts"),
        ("questions.json", "q-best", "kind", "riddle", "its kind is none of best-answer, true-false, order"),
        ("questions.json", "q-best", "audience", "both", "its audience is none of patient, clinician"),
        ("questions.json", "q-best", "difficulty", 1, "its difficulty is none of easy, medium, hard"),
    ],
)
def test_a_record_that_is_not_complete_is_told(
    name: str, id: str, field: str, value: object, fault: str, content: SmallContent
) -> None:
    content.write("questions.json", QUESTIONS)
    content.change(name, id, **{field: value})
    text = (content.root / name).read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(f'"id": "{id}"')) + 1

    assert read_problems(content) == [f"{name}:{line}: “{id}” is not complete: {fault}"]


@pytest.mark.parametrize("field", ["language", "title", "maker", "date", "review_due", "licence"])
def test_an_edition_says_what_it_is(field: str, content: SmallContent) -> None:
    content.set_edition(**{field: ""})

    assert content.problems() == [f"edition.json:1: the edition is not complete: it does not say its {field}"]


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        ({"chapters": 7}, "the chapters are no JSON objects"),
        ({"chapters": ["bones"]}, "the chapters are no JSON objects"),
        ({"chapters": [{"id": "bones", "topics": 7}]}, "the topics of “bones” are no JSON objects"),
        ({"chapters": [{"id": "bones", "topics": [7]}]}, "the topics of “bones” are no JSON objects"),
        ({"help": 7}, "the help are no JSON objects"),
        ({"help": {"topics": ""}}, "the topics of “help” are no JSON objects"),
    ],
)
def test_a_tree_of_another_shape_is_told(tree: object, message: str, content: SmallContent) -> None:
    content.write("tree.json", tree)

    assert read_problems(content) == [f"tree.json:1: {message}"]


class TestLines:
    def test_a_line_is_that_of_the_id(self, content: SmallContent) -> None:
        content.write("facts.json", '[{"id": "a"},\n{\n"id":"b"}, {"id" : "a"}]')
        folder = read_content(content.root)

        assert (folder.line_of("facts.json", "a"), folder.line_of("facts.json", "b")) == (1, 3)
        assert folder.line_of("facts.json", "a", nth=2) == 3
        assert folder.line_of("facts.json", "b", nth=2) == 3

    def test_what_is_nowhere_is_told_at_the_beginning(self, content: SmallContent) -> None:
        folder = read_content(content.root)

        assert (folder.line_of("facts.json", "none"), folder.line_of("none.json", "a")) == (1, 1)


WRONG_VALUES: list[object] = [None, 7, "x", [], [7], {}]


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value inside a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, below in inner for place in places(below, (*path, key)))]


@pytest.mark.parametrize("name", JSON_FILES)
def test_no_value_whatever_raises(name: str, content: SmallContent) -> None:
    """Put something else in the place of each value in turn: a fault or none, but an answer."""
    content.write("questions.json", QUESTIONS)
    original = json.loads((content.root / name).read_text(encoding="utf-8"))
    for path in (PAIN, SCAN, GUIDE):
        (content.root / path).unlink()
    for place in places(original[:1] if isinstance(original, list) else original):
        for wrong in WRONG_VALUES:
            broken = json.loads(json.dumps([original]))
            target = broken
            for key in (0, *place)[:-1]:
                target = target[key]
            target[(0, *place)[-1]] = wrong
            content.write(name, broken[0])

            report = check_content(content.root)

            assert report.summary, (place, wrong)
