"""`self-test`: opens every page in every theme for every audience, reads every resource, searches.

Runs from source and on the frozen program alike, with no screen. Anything that Qt or Python says
meanwhile is a fault. Ends with an exit code.
"""

import itertools
import json
import logging
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO
from xml.etree import ElementTree

from crmo_desktop import bootstrap
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import PictureAddress, TopicAddress, TopicId
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.library.pack import open_pack

if TYPE_CHECKING:
    from crmo_desktop.gui.application import Application

EXIT_FAULT: Final = 1
_WIDE: Final = (1366, 768)
_NARROW: Final = (720, 520)  # the panes have given way; also quicker to paint, five times over every page
_ANSWERED_WITHIN_S: Final = 10.0
_QUERIES: Final = ("bone pain", "methotrexat", "is it cancer", "M86.3", "xyzzy", '"whole-body MRI" -biopsy')


class _Faults(logging.Handler):
    """Collects what went wrong, from the checks and from whatever is logged or warned of meanwhile."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"log: {record.getMessage()}")

    def note(self, what: str) -> None:
        if what not in self.found:
            self.found.append(what)

    def note_error(self, error: UserError) -> None:
        self.note(error.message)

    def note_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        self.note(f"warning: {message}")


def run(paths: bootstrap.Places, pack: Path | None) -> int:
    """Test this installation; prints what it did and every fault; 0 when there is none."""
    began = time.monotonic()
    faults = _Faults()
    logging.getLogger().addHandler(faults)
    kept, warnings.showwarning = warnings.showwarning, faults.note_warning
    try:
        with tempfile.TemporaryDirectory(
            prefix="crmo-desktop-self-test-", ignore_cleanup_errors=True
        ) as folder:
            done = list(_all_tests(paths, pack, Path(folder), faults))
    finally:
        logging.getLogger().removeHandler(faults)
        warnings.showwarning = kept
    for line in done:
        print(line)
    for fault in faults.found:
        print(f"fault: {fault}", file=sys.stderr)
    print(f"{len(faults.found)} faults in {time.monotonic() - began:.1f} s")
    return EXIT_FAULT if faults.found else 0


def _all_tests(paths: bootstrap.Places, pack: Path | None, folder: Path, faults: _Faults) -> Iterator[str]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield f"pack: {open_pack(pack or paths.bundled_pack).edition.digest}"
    if paths.program is not None:
        yield _compare_files(paths, pack, faults)
    yield _read_resources(paths.resources, faults)
    own = paths._replace(data=folder)
    application = bootstrap.build(own, WindowOptions(pack=pack, size=_WIDE))
    try:
        _listen_to_qt(faults)
        application.finish_start()
        yield _open_pages(application, faults)
        yield _open_pictures(application, faults)
        yield _search(application, faults)
        yield _keep_things(application, folder, faults)
    finally:
        application.window.close()
        application.close()


def _compare_files(paths: bootstrap.Places, pack: Path | None, faults: _Faults) -> str:
    """Whether the files that were installed are those that were made."""
    from crmo_desktop.services.checking import Progress

    report = bootstrap.make_check(paths, pack or paths.bundled_pack).run(Progress())
    if report.list_trouble is not None:
        faults.note_error(report.list_trouble)
    if report.is_mixed:
        faults.note("the list of files is that of another version")
    for wrong in report.wrong:
        faults.note(f"{wrong.path} is {wrong.fault}")
    return f"files: {0 if report.made is None else len(report.made.files)} compared"


def _read_resources(resources: Path, faults: _Faults) -> str:
    """Parse every file that can be parsed and read all others."""
    count = 0
    for path in sorted(path for path in resources.rglob("*") if path.is_file()):
        count += 1
        try:
            data = path.read_bytes()
            if path.suffix == ".json":
                json.loads(data)
            elif path.suffix == ".svg":
                ElementTree.fromstring(data)
        except (OSError, ValueError, ElementTree.ParseError) as error:
            faults.note(f"{path.relative_to(resources)}: {error}")
            continue
        if not data:
            faults.note(f"{path.relative_to(resources)} is empty")
    for part in ("themes", "icons", "fonts", "pictures"):
        if not (resources / part).is_dir():
            faults.note(f"resources/{part} is missing")
    return f"resources: {count} files read"


def _listen_to_qt(faults: _Faults) -> None:
    from crmo_desktop.gui.messages import listen

    listen(faults.note)


def _open_pages(application: "Application", faults: _Faults) -> str:
    from crmo_desktop.gui.theme import NAMES

    window, pages = application.window, 0
    window.show()
    window.navigator.failed.connect(faults.note_error)
    for theme, size in zip(NAMES, itertools.chain([_WIDE], itertools.repeat(_NARROW)), strict=False):
        window.resize(*size)
        application.appearance.set_choice(theme)
        window.navigator.show_home()
        application.paint()
        for audience in Audience:
            window.navigator.set_audience(audience)
            for chapter in window.reading.chapters():
                for topic in chapter.topics:
                    window.navigator.go(TopicAddress(topic.id))
                    application.paint()
                    pages += 1
                    if not window.reader.shows(topic.id):
                        faults.note(f"{topic.id} for {audience} in {theme} does not show")
    faults_in_marks = _open_marks(application, faults)
    return f"pages: {pages} shown, {faults_in_marks} citation marks and glossary words looked up"


def _open_pictures(application: "Application", faults: _Faults) -> str:
    """Draw every picture in every theme, for one audience and the other in turn, and as a table once."""
    from crmo_desktop.gui.theme import NAMES

    window, count = application.window, 0
    pictures = window.reading.pictures()
    for theme, audience in zip(NAMES, itertools.cycle(Audience), strict=False):
        application.appearance.set_choice(theme)
        window.navigator.set_audience(audience)
        for picture in pictures:
            window.navigator.go(PictureAddress(picture.id))
            application.paint()
            count += 1
            page = window.pages.picture
            if not window.pages.is_picture() or page.address() != PictureAddress(picture.id):
                faults.note(f"the picture {picture.id} for {audience} in {theme} does not show")
            elif not page.canvas.scene().items:
                faults.note(f"the picture {picture.id} is empty")
            if theme == NAMES[0]:
                page.show_table(True)
                application.paint()
    return f"pictures: {count} drawn"


def _open_marks(application: "Application", faults: _Faults) -> int:
    """Look up what every mark of every page rests on."""
    reading, count = application.window.reading, 0
    for chapter in reading.chapters():
        for topic in chapter.topics:
            for audience in topic.audiences:
                page = reading.page(topic.id, audience)
                for target in reading.marks(page):
                    count += 1
                    try:
                        if target.startswith("cite:"):
                            reading.citations(page, target)
                        else:
                            reading.term(target)
                    except KeyError as error:
                        faults.note(f"{topic.id}: the mark {target} leads nowhere: {error}")
    return count


def _search(application: "Application", faults: _Faults) -> str:
    """Type the queries as a reader does; the search runs beside the window."""
    window = application.window
    for query in _QUERIES:
        window.navigator.type_query(query)
        if not _is_answered(application):
            faults.note(f"“{query}” is not answered within {_ANSWERED_WITHIN_S:.0f} s")
            continue
        answer = window.results.answer()
        if answer.query != query:
            faults.note(f"the answer to “{query}” is one to “{answer.query}”")
        if not answer.hits and query != "xyzzy":
            faults.note(f"“{query}” finds nothing")
    window.navigator.list_all(_QUERIES[0])
    if not _is_answered(application) or not window.pages.is_listing():
        faults.note(f"what “{_QUERIES[0]}” finds is not listed on one page")
    window.navigator.leave_search()
    window.navigator.leave_search()
    return f"search: {len(_QUERIES)} queries"


def _is_answered(application: "Application") -> bool:
    """Let the window go on until what was asked for is shown; false if that takes too long."""
    began = time.monotonic()
    while application.window.navigator.is_waiting():
        if time.monotonic() - began > _ANSWERED_WITHIN_S:
            return False
        application.paint()
    application.paint()
    return True


def _keep_things(application: "Application", folder: Path, faults: _Faults) -> str:
    """Whether what the reader sets is kept in the file."""
    preferences = application.window.preferences
    preferences.text_size = 150
    if preferences.text_size != 150:
        faults.note("a setting is not kept")
    made = sorted(path.name for path in folder.iterdir())
    if not made:
        faults.note("nothing was written into the data folder")
    try:
        application.window.reading.entry(TopicId("no-such-topic"))
        faults.note("an unknown topic is not refused")
    except UserError:
        pass
    return f"own things: {', '.join(made)}"
