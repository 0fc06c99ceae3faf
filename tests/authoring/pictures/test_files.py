"""Reading the files of pictures: what is none becomes a problem, never an error."""

import pytest

from crmo_desktop.authoring.pictures.files import PictureFile, read_picture_files
from crmo_desktop.authoring.problem import Problem
from tests.authoring.pictures.small_pictures import rates
from tests.authoring.small_content import SmallContent


def read(content: SmallContent) -> list[PictureFile | Problem]:
    return list(read_picture_files(content.root))


def test_a_picture_is_known_by_the_name_of_its_file(content: SmallContent) -> None:
    content.write("pictures/sore.json", rates())

    [file] = read(content)
    assert isinstance(file, PictureFile)
    assert file.id == "sore"
    assert file.record == rates()


def test_a_text_is_found_by_its_line(content: SmallContent) -> None:
    content.write("pictures/sore.json", '{\n "id": "sore",\n "title": "“Ouch”"\n}')

    [file] = read(content)
    assert isinstance(file, PictureFile)
    assert [file.line_of(text) for text in ("sore", "“Ouch”", "not there", "")] == [2, 3, 1, 1]


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ('{"id":\n', 2, "not JSON: Expecting value"),
        ("[]", 1, "a JSON object is wanted here"),
        ('{"id": "other"}', 1, "the picture's id is not the file's name, “sore”"),
        (f'{{"a": {"[" * 100000}', 1, "not JSON that can be read: "),
    ],
)
def test_what_is_no_picture(content: SmallContent, text: str, line: int, fault: str) -> None:
    content.write("pictures/sore.json", text)

    [problem] = read(content)
    assert isinstance(problem, Problem)
    assert problem.line == line
    assert problem.text.startswith(fault)


def test_a_name_that_is_no_address(content: SmallContent) -> None:
    content.write("pictures/So re.json", rates() | {"id": "So re"})

    assert [str(problem).rpartition(": ")[2] for problem in read(content)] == [
        "the picture's id is not the file's name, “So re”"
    ]


def test_a_file_that_is_not_utf_8_or_cannot_be_opened(content: SmallContent) -> None:
    (content.root / "pictures" / "a.json").write_bytes(b"\xff")
    (content.root / "pictures" / "b.json").mkdir()

    problems = [str(problem).removeprefix(f"{content.root}/pictures/") for problem in read(content)]
    assert problems[0].startswith("a.json:1: not JSON that can be read: 'utf-8'")
    assert problems[1] == "b.json:1: the file cannot be read: Is a directory"
