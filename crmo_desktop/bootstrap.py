"""The composition root: paths, then pack and stores, then services, then the window."""

import gc
import os
import sys
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from crmo_desktop.domain.errors import PackError, UserError
from crmo_desktop.domain.identifiers import TopicAddress
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.library.pack import Pack, open_pack
from crmo_desktop.paths import Paths
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.searching import SearchingService

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from crmo_desktop.gui.application import Application
    from crmo_desktop.library.checked import CheckedPacks
    from crmo_desktop.search.engine import SearchEngine
    from crmo_desktop.services.checking import InstallationCheck
    from crmo_desktop.services.finding import Finder
    from crmo_desktop.services.lately import RecentSearches
    from crmo_desktop.services.licences import Licences
    from crmo_desktop.services.rescue import RescueService
    from crmo_desktop.services.trainer_questions import TrainerQuestions
    from crmo_desktop.store.database import Notebook
    from crmo_desktop.store.instance import InstanceLock

Places = Paths  # for selftest, which hands them on and asks for none


class Reference:
    """An edition that is open, with the services that read it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.reading = ReadingService(pack)
        self.searching = SearchingService(partial(_make_engine, pack.connection))


def _make_engine(connection: "Connection") -> "SearchEngine":
    from crmo_desktop.search.engine import SearchEngine

    return SearchEngine(connection)


def _make_finder(pack: Pack) -> "Finder":
    """What the window searches with: a thread of its own, so a connection of its own."""
    from crmo_desktop.library.names import connect_again
    from crmo_desktop.services.finding import Finder

    connection = connect_again(pack)
    searching = SearchingService(partial(_make_engine, connection))
    return Finder(searching, partial(_make_rescuing, connection), close=partial(_give_back, connection, pack))


def _give_back(connection: "Connection", pack: Pack) -> None:
    if connection is not pack.connection:
        connection.close()


def _make_rescuing(connection: "Connection", searching: SearchingService) -> "RescueService":
    from crmo_desktop.library.names import glossary, topic_names
    from crmo_desktop.services.rescue import RescueService

    return RescueService(searching, partial(topic_names, connection), partial(glossary, connection))


Opened = tuple[Reference, UserError | None]  # the edition, and why it is not the one that was asked for


def open_reference(paths: Paths, pack: Path | None) -> Reference:
    """The edition that `pack` names, else the bundled one.

    Raises:
        PackError: it cannot be used.
    """
    return Reference(open_pack(pack or paths.bundled_pack))


def make_check(paths: Paths, pack: Path) -> "InstallationCheck":
    """What compares this copy with how it was made, and `pack`, which is read in it, with its checksum."""
    from crmo_desktop import __version__
    from crmo_desktop.services.checking import InstallationCheck

    contents = [paths.bundled_pack, *([] if pack == paths.bundled_pack else [pack])]
    return InstallationCheck(paths.program, contents, version=__version__, now=_now)


def make_licences(paths: Paths) -> "Licences":
    """Whose work is in this copy, and under which licences."""
    from crmo_desktop.services.licences import Licences

    return Licences(paths.program, paths.content and paths.content.parent, paths.resources)


def _checked_packs(paths: Paths) -> "CheckedPacks":
    from crmo_desktop.library.checked import CheckedPacks

    return CheckedPacks(paths.data / "checked-packs.json")


def _check(paths: Paths, pack: Pack) -> None:
    """Make sure of an edition that was opened on trust; if it is not sound, it is not trusted again."""
    try:
        pack.check()
    except PackError:
        _checked_packs(paths).forget(pack.path)
        raise


def run_window(paths: Paths, options: WindowOptions) -> int:
    """Open the window and return when it is closed, with the exit status.

    Raises:
        UserError: there is no screen, the bundled edition cannot be used, or it has no such topic.
    """
    _forget_garbage()
    opening = _Beside(partial(_open_or_fall_back, paths, options.pack))
    if options.is_passing or not _is_open_already(paths):
        _load_qt(paths, options)
    try:
        opened = opening.result()
    except PackError as error:
        if not options.is_passing:
            _choose_screen(options)
            # whoever started us with a double click sees no terminal
            from crmo_desktop.gui.errors import show_alone

            show_alone(error)
        raise
    if isinstance(options.address, TopicAddress):
        opened[0].reading.entry(options.address.topic)
    lock = None
    if not options.is_passing:
        lock = _lock_or_hand_over(paths, options)
        if lock is None:
            return 0
    try:
        application = build(paths, options, lock=lock, opened=opened)
    except UserError:
        if lock is not None:
            lock.release()
        raise
    return application.run()


class _Beside:
    """Opens the edition in a thread of its own: on an old machine the checksum takes a while."""

    def __init__(self, job: "Callable[[], Opened]") -> None:
        self._job = job
        self._found: Opened | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with suppress(UserError):
            self._found = self._job()

    def result(self) -> "Opened":
        """What the job finds; what went wrong there goes wrong here once more.

        Raises:
            UserError: the job does.
        """
        self._thread.join()
        return self._found or self._job()


def build(
    paths: Paths,
    options: WindowOptions,
    *,
    lock: "InstanceLock | None" = None,
    opened: "Opened | None" = None,
) -> "Application":
    """The whole program, ready to run.

    Args:
        paths: where things live.
        options: what the command line says.
        lock: of the data folder; None where no second start can hand anything over.
        opened: the edition, if it is open already, and why it is not the one that was asked for.

    Raises:
        UserError: there is no screen, or the bundled edition cannot be used.
    """
    _choose_screen(options)
    _forget_garbage()
    reference, trouble = opened or _open_or_fall_back(paths, options.pack)
    # Qt last: once it is loaded, it looks at the source of every module that is imported.
    from crmo_desktop.services.front_page import doors, questions
    from crmo_desktop.services.journal import Journal
    from crmo_desktop.services.preferences import Preferences
    from crmo_desktop.store.database import Notebook
    from crmo_desktop.store.history import HistoryRepository
    from crmo_desktop.store.settings import Settings

    from crmo_desktop.gui.application import Application, Surroundings  # isort: skip

    notebook = Notebook(paths.notes_file)
    reading = reference.reading
    keeps = not options.is_passing
    surroundings = Surroundings(
        resources=paths.resources,
        log_file=None if options.is_passing else paths.log_file,
        reading=reading,
        make_finder=partial(_make_finder, reference.pack),
        kept_questions=partial(_make_questions, notebook, keeps=keeps),
        recent_searches=partial(_make_recent, notebook, keeps=keeps),
        journal=Journal(HistoryRepository(notebook), now=_now, keeps=keeps),
        preferences=Preferences(Settings(notebook)),
        doors=doors(reading),
        questions=questions(reading),
        is_overdue=reading.edition.review_due < date.today(),
        troubles=() if trouble is None else (trouble,),
        check_edition=None if reference.pack.is_checked else partial(_check, paths, reference.pack),
        own_trouble=partial(_problem_of, notebook),
        make_check=partial(make_check, paths, reference.pack.path),
        make_licences=partial(make_licences, paths),
        mailbox=lock.mailbox() if lock is not None else None,
        close=(notebook.close, reference.pack.close),
    )
    return Application(surroundings, options)


def _make_questions(notebook: "Notebook", *, keeps: bool) -> "TrainerQuestions":
    from crmo_desktop.services.trainer_questions import TrainerQuestions
    from crmo_desktop.store.questions import QuestionRepository

    trouble = partial(_problem_of, notebook)
    return TrainerQuestions(QuestionRepository(notebook), now=_now, trouble=trouble, keeps=keeps)


def _make_recent(notebook: "Notebook", *, keeps: bool) -> "RecentSearches":
    from crmo_desktop.services.lately import RecentSearches
    from crmo_desktop.store.searches import SearchRepository

    return RecentSearches(SearchRepository(notebook), keeps=keeps)


def _problem_of(notebook: "Notebook") -> UserError | None:
    return notebook.problem


def _now() -> datetime:
    return datetime.now().astimezone()


def _is_open_already(paths: Paths) -> bool:
    from crmo_desktop.store.instance import InstanceLock

    return InstanceLock(paths.data).is_held()


def _forget_garbage() -> None:
    """Nothing made while starting is garbage, and collecting took a tenth of the start.

    The window turns it on again.
    """
    gc.disable()


def _load_qt(paths: Paths, options: WindowOptions) -> None:
    """Load what the window is made of; without a screen there will be none, as `build` is going to say."""
    with suppress(UserError):
        _choose_screen(options)
        from crmo_desktop.gui.early import begin

        begin(paths.resources / "fonts")
        import crmo_desktop.gui.application  # noqa: F401  # for its own sake: `build` finds it loaded


def _lock_or_hand_over(paths: Paths, options: WindowOptions) -> "InstanceLock | None":
    """The lock of this data folder; None if a window is open there and has been given the address."""
    from crmo_desktop.store.instance import InstanceLock

    lock = InstanceLock(paths.data)
    if lock.acquire():
        return lock
    if lock.mailbox().post(str(options.address)):
        return None
    raise UserError(
        "CRMO Desktop is open already and cannot be told what to show.",
        hint="Go to its window and open “{address}” there with Ctrl+O.",
        address=options.address,
    )


def _open_or_fall_back(paths: Paths, pack: Path | None) -> "Opened":
    """The edition asked for; if it cannot be used, the bundled one and why."""
    if pack is None:
        return open_reference(paths, None), None
    try:
        return Reference(open_pack(pack, _checked_packs(paths))), None
    except PackError as error:
        return open_reference(paths, None), error


def _choose_screen(options: WindowOptions) -> None:
    """Set what Qt reads from its surroundings before it is loaded.

    Raises:
        UserError: a window is wanted and there is no screen.
    """
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        if not options.exit_after_paint:
            raise UserError(
                "There is no screen to open a window on.",
                hint="“crmo-desktop --screenshot FILE” draws the window into a picture instead.",
            )
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.scale is not None:
        os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
