"""What the command `export` makes of slides: a PDF or a .pptx of topics or of a session, without a window."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import PaperSize
from crmo_desktop.domain.slide_paper import SlideLayout, SlidePaper
from crmo_desktop.export.whole_file import check_place, write_whole

if TYPE_CHECKING:
    from crmo_desktop.domain.talk import Talk
    from crmo_desktop.opening import Reference
    from crmo_desktop.services.reading import ReadingService

SLIDES_PDF: Final = "slides-pdf"
PPTX: Final = "pptx"
FORMATS: Final = (SLIDES_PDF, PPTX)
_THEMES: Final = ("light", "dark", "contrast", "print")
_SHAPES: Final = {"16:9": 1280.0, "4:3": 960.0}


def add_arguments(command: ArgumentParser) -> None:
    """Tell `command` what only slides take."""
    slides = command.add_argument_group("slides (slides-pdf and pptx)")
    slides.add_argument(
        "--session", type=Path, metavar="FILE", help="a session as the window saves one, instead of topics"
    )
    slides.add_argument(
        "--layout",
        choices=tuple(map(str, SlideLayout)),
        default=str(SlideLayout.ONE),
        help="slides on a page of a PDF, notes pages, or slides with lines to write on (default: 1)",
    )
    slides.add_argument(
        "--colours", choices=_THEMES, default=_THEMES[0], help="of the slides (default: light)"
    )
    slides.add_argument(
        "--shape", choices=tuple(_SHAPES), default="16:9", help="of the slides (default: 16:9)"
    )
    slides.add_argument("--no-answers", action="store_true", help="leave out the answers to questions")


def run(
    reference: "Reference",
    resources: Path,
    options: Namespace,
    kind: str,
    topics: Sequence[TopicId],
    audiences: Sequence[Audience],
) -> int:
    """Write what the command line asks for, and say where it is.

    Args:
        reference: the edition.
        resources: the program's own folder.
        options: of the command line.
        kind: one of `FORMATS`.
        topics: in this order; not looked at where the options name a session.
        audiences: whose words; of a session it is the session's own.

    Raises:
        UserError: there is no such topic or session, or the file cannot be written.
    """
    path: Path = options.output
    now = datetime.now().astimezone()
    talk = (
        _of_session(reference.reading, options.session, now)
        if options.session is not None
        else _of_topics(reference.reading, topics, audiences)
    )
    check_place(path)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded
    write_whole(path, lambda draft: _write(talk, reference.reading, resources, options, kind, draft, now))
    print(path)
    return 0


def _write(
    talk: "Talk",
    reading: "ReadingService",
    resources: Path,
    options: Namespace,
    kind: str,
    path: Path,
    now: datetime,
) -> None:
    from crmo_desktop.gui.handing_out.exporting import export_slides
    from crmo_desktop.gui.handing_out.handed import SlidesWanted
    from crmo_desktop.gui.slides.slide import Room

    room = Room(theme=options.colours, width=_SHAPES[options.shape], builds=False, is_paper=True)
    paper = SlidePaper(
        layout=SlideLayout(options.layout),
        size=PaperSize(options.paper),
        has_answers=not options.no_answers,
    )
    wanted = SlidesWanted(talk, room, paper)
    export_slides(wanted, reading, resources, path, now=now, is_pptx=kind == PPTX)


def _of_session(reading: "ReadingService", path: Path, now: datetime) -> "Talk":
    from crmo_desktop.services.sessions import session_in
    from crmo_desktop.services.slide_matter import SlideMatters

    talk = SlideMatters(reading).of_session(session_in(path, read=now))
    if talk.is_bare:
        raise UserError(
            "This edition has nothing of the session “{name}”.",
            hint="Open the session with the edition it was made with.",
            name=talk.title,
        )
    for title in talk.missing:
        print(f"No longer in this edition: {title}", file=sys.stderr)
    return talk


def _of_topics(reading: "ReadingService", topics: Sequence[TopicId], audiences: Sequence[Audience]) -> "Talk":
    """One topic after the other, a part each; in the words of the other audience where it has no others."""
    from crmo_desktop.services.slide_matter import SlideMatters

    if not topics:
        raise UserError(
            "It is not clear of what the slides are to be.",
            hint="Say it with --topic, --chapter or --session.",
        )
    matters = SlideMatters(reading)
    talks = []
    for topic in topics:
        written = reading.entry(topic).audiences
        served = [audience for audience in audiences if audience in written] or audiences[:1]
        talks += [matters.of_topic(topic, audience) for audience in served]
    first = talks[0]
    if len(talks) == 1:
        return first
    return replace(
        first,
        title=first.title if len(topics) == 1 else reading.edition.title,
        matters=tuple(
            replace(matter, part=number) for number, talk in enumerate(talks) for matter in talk.matters
        ),
        parts=tuple(part for talk in talks for part in talk.parts),
        begin="",
    )
