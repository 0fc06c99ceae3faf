"""The command `export-quiz`: questions into a file, for Anki, to be read, or for other programs."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownChapterError, UserError
from crmo_desktop.export.whole_file import write_bytes

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from crmo_desktop.domain.quiz import Question
    from crmo_desktop.opening import Reference
    from crmo_desktop.services.reading import ReadingService

FORMATS: Final = ("apkg", "text", "table")
_ENDINGS: Final = {"apkg": "apkg", "txt": "text", "tsv": "table"}
BOTH: Final = "both"


def add_command(commands: "_SubParsersAction[Any]", run: Callable[[Namespace, float], int]) -> None:
    """Tell the command line what it is called and what it takes."""
    command = commands.add_parser(
        "export-quiz", help="write questions into a file: for Anki, as text or as a table; needs no screen"
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        help="a package for Anki, text, or a table parted by tabs (default: what FILE ends with)",
    )
    command.add_argument("--chapter", metavar="CHAPTER", help="only the questions of this chapter")
    command.add_argument(
        "--audience",
        choices=(*map(str, Audience), BOTH),
        dest="for_audience",
        help="whom they are written for (default: both)",
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        required=True,
        help="the file to write; one that is there is replaced",
    )
    command.set_defaults(run=run)


def run(reference: "Reference", options: Namespace) -> int:
    """Write what the command line asks for, and say where it is.

    Raises:
        UserError: there are no such questions, or the file cannot be written.
    """
    from crmo_desktop.services.question_files import QuestionFiles

    path: Path = options.output
    kind = options.format or _ENDINGS.get(path.suffix.lower().removeprefix("."), "")
    if kind not in FORMATS:
        raise UserError(
            "It is not clear which kind of file “{name}” is to be.",
            hint="Say it with --format apkg, --format text or --format table.",
            name=path.name,
        )
    reading = reference.reading
    audience = options.for_audience or options.audience or BOTH
    questions = chosen(reading, None if audience == BOTH else Audience(audience), options.chapter)
    write_bytes(path, QuestionFiles(reading).file(kind, questions))
    print(path)
    return 0


def chosen(reading: "ReadingService", audience: Audience | None, chapter: str | None) -> "Sequence[Question]":
    """What the command line asks for.

    Raises:
        UserError: this edition has no such questions.
    """
    from difflib import get_close_matches

    questions = reading.questions(audience)
    if chapter is not None:
        wanted = chapter.casefold()
        ids = [each.id for each in reading.chapters() if wanted in (each.id, each.title.casefold())]
        if not ids:
            there = [each.id for each in reading.chapters()]
            nearest = get_close_matches(chapter, there, n=1)
            raise UnknownChapterError(chapter, nearest=nearest[0] if nearest else None, there=there)
        questions = tuple(question for question in questions if question.chapter in ids)
    if not questions:
        raise UserError(
            "This edition has no such questions.",
            hint="Leave out --chapter or --audience to get all of them.",
        )
    return questions
