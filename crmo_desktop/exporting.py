"""The command `export`: topics, a chapter or all of the reference into a file, without a window."""

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from crmo_desktop import slide_exporting
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter
from crmo_desktop.domain.errors import UnknownChapterError, UserError
from crmo_desktop.domain.identifiers import TopicAddress, TopicId, parse_address
from crmo_desktop.domain.publication import Extract, PaperLook, PaperSize, Publication, TypeSize
from crmo_desktop.export.supply import Supply
from crmo_desktop.export.whole_file import check_place, write_whole
from crmo_desktop.services.publishing import chapter_publication, topic_publication, whole_publication

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from crmo_desktop.opening import Reference
    from crmo_desktop.services.reading import ReadingService

FORMATS: Final = ("pdf", "html", *slide_exporting.FORMATS)
BOTH: Final = "both"
AUDIENCES: Final = {
    **{str(audience): (audience,) for audience in Audience},
    BOTH: (Audience.PATIENT, Audience.CLINICIAN),
}


def add_command(commands: "_SubParsersAction[Any]", run: Callable[[Namespace, float], int]) -> None:
    """Tell the command line what it is called and what it takes."""
    command = commands.add_parser(
        "export", help="write topics, a chapter or the whole reference into a file; needs no screen"
    )
    command.add_argument("--format", choices=FORMATS, help="kind of file (default: what FILE ends with)")
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "--topic",
        nargs="+",
        action="extend",
        metavar="TOPIC",
        dest="topics",
        help="only these topics, in this order",
    )
    which.add_argument("--chapter", metavar="CHAPTER", help="only the topics of this chapter")
    command.add_argument(
        "--audience", choices=tuple(AUDIENCES), dest="for_audience", help="whose words (default: patient)"
    )
    command.add_argument(
        "--paper",
        choices=tuple(map(str, PaperSize)),
        default=str(PaperSize.A4),
        help="sheets of a PDF (default: a4)",
    )
    command.add_argument(
        "--type",
        choices=tuple(map(str, TypeSize)),
        default=str(TypeSize.NORMAL),
        help="size of the type in a PDF (default: normal)",
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        required=True,
        help="the file to write; one that is there is replaced",
    )
    slide_exporting.add_arguments(command)
    command.set_defaults(run=run)


def run(reference: "Reference", resources: Path, options: Namespace) -> int:
    """Write what the command line asks for, and say where it is.

    Raises:
        UserError: there is no such topic or chapter, or the file cannot be written.
    """
    path: Path = options.output
    kind = options.format or _kind_of(path, is_session=options.session is not None)
    if kind not in FORMATS:
        raise UserError(
            "It is not clear which kind of file “{name}” is to be.",
            hint="Say it with --format pdf, --format html, --format slides-pdf or --format pptx.",
            name=path.name,
        )
    named = options.for_audience or options.audience or Audience.PATIENT
    if kind in slide_exporting.FORMATS:
        topics = _slide_topics(reference.reading, options.topics, options.chapter)
        return slide_exporting.run(reference, resources, options, kind, topics, AUDIENCES[named])
    if options.session is not None:
        raise UserError("A session becomes slides only.", hint="Say it with --format slides-pdf or pptx.")
    look = PaperLook(size=PaperSize(options.paper), type_size=TypeSize(options.type))
    publication = chosen(reference.reading, options.topics, options.chapter, AUDIENCES[named], look)
    check_place(path)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded
    write = _write_pdf if kind == "pdf" else _write_html
    write_whole(path, lambda draft: write(publication, reference, resources, draft))
    print(path)
    return 0


def _kind_of(path: Path, *, is_session: bool) -> str:
    """Which kind of file the name of it means; the pages of a session are slides."""
    kind = path.suffix.lower().removeprefix(".")
    return slide_exporting.SLIDES_PDF if is_session and kind == "pdf" else kind


def _slide_topics(
    reading: "ReadingService", topics: Sequence[str] | None, chapter: str | None
) -> Sequence[TopicId]:
    """The topics that the command line names, in their order."""
    if topics:
        return tuple(map(_topic_id, dict.fromkeys(topics)))
    return tuple(entry.id for entry in _chapter(reading, chapter).topics) if chapter else ()


def chosen(
    reading: "ReadingService",
    topics: Sequence[str] | None,
    chapter: str | None,
    audiences: tuple[Audience, ...],
    look: PaperLook,
) -> Publication:
    """What the command line asks for: these topics, or this chapter, or else the reference without its guide.

    Raises:
        UnknownTopicError: the edition lacks one of the topics.
        UnknownChapterError: it lacks the chapter.
    """
    if topics:
        publication = _topics(reading, topics, audiences)
    elif chapter:
        publication = chapter_publication(_chapter(reading, chapter), audiences)
    else:
        publication = whole_publication(reading, audiences)
    return replace(publication, look=look)


def _topics(reading: "ReadingService", topics: Sequence[str], audiences: tuple[Audience, ...]) -> Publication:
    """One topic, or several with a list of contents."""
    parts = [topic_publication(reading, _topic_id(topic), audiences) for topic in dict.fromkeys(topics)]
    if len(parts) == 1:
        return parts[0]
    return Publication(
        title=reading.edition.title,
        contents=tuple(content for part in parts for content in part.contents),
        has_title_page=True,
        has_list_of_contents=True,
        has_index=True,
    )


def _topic_id(written: str) -> TopicId:
    address = parse_address(written)
    return address.topic if isinstance(address, TopicAddress) else TopicId(written)


def _chapter(reading: "ReadingService", id: str) -> Chapter:
    """The chapter; its title will do as well."""
    from difflib import get_close_matches

    chapters = reading.chapters()
    for chapter in chapters:
        if id.casefold() in (chapter.id, chapter.title.casefold()):
            return chapter
    nearest = get_close_matches(id, [chapter.id for chapter in chapters], n=1)
    raise UnknownChapterError(id, nearest=nearest[0] if nearest else None, there=[c.id for c in chapters])


def _write_pdf(publication: Publication, reference: "Reference", resources: Path, path: Path) -> None:
    from crmo_desktop.gui.paper.exporting import export_pdf

    export_pdf(publication, reference, resources, path)


def _write_html(publication: Publication, reference: "Reference", resources: Path, path: Path) -> None:
    from crmo_desktop.export.page_file import HtmlFile, html_of
    from crmo_desktop.export.style import css_of
    from crmo_desktop.export.words import ExportWords
    from crmo_desktop.gui.drawing.inline import Alone

    reading = reference.reading
    alone = Alone(resources, reading)
    wanted = HtmlFile(
        title=publication.title,
        extracts=[extract for extract in publication.contents if isinstance(extract, Extract)],
        css=css_of(alone.light.colours, alone.dark.colours),
        day=datetime.now().astimezone().date(),
    )
    supply = Supply(
        reading.edition, reading.page, reading.figure, reading.term, reading.picture, alone.drawings.svg
    )
    text = html_of(wanted, supply, ExportWords(language=reading.edition.language))
    path.write_text(text, encoding="utf-8", newline="\n")
