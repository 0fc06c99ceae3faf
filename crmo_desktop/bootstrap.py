"""The composition root: paths, then pack and stores, then services, then the window."""

import gc
import os
import sys
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crmo_desktop.domain.errors import PackError, UserError
from crmo_desktop.domain.identifiers import Address, PictureAddress, TopicAddress
from crmo_desktop.domain.language import ENGLISH
from crmo_desktop.domain.policy import AUDIENCE, FoundPolicy
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.library.pack import Pack
from crmo_desktop.opening import ANSWERS_WITHIN, Beside, Editions, Newer, Opened, Reference, make_engine
from crmo_desktop.paths import Paths
from crmo_desktop.services.searching import SearchingService
from crmo_desktop.speaking import kept_choice, named, spoken
from crmo_desktop.store.policy import find_policy

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from crmo_desktop.domain.audience import Audience
    from crmo_desktop.domain.policy import Policy
    from crmo_desktop.gui.application import Application, Surroundings
    from crmo_desktop.services.checking import InstallationCheck
    from crmo_desktop.services.finding import Finder
    from crmo_desktop.services.keeping import Keeping
    from crmo_desktop.services.lately import RecentSearches
    from crmo_desktop.services.licences import Licences
    from crmo_desktop.services.preferences import Preferences
    from crmo_desktop.services.rescue import RescueService
    from crmo_desktop.services.trainer_questions import TrainerQuestions
    from crmo_desktop.store.database import Notebook
    from crmo_desktop.store.instance import InstanceLock
    from crmo_desktop.store.settings import Settings

Places = Paths  # for selftest, which hands them on and asks for none


def _make_finder(pack: Pack, only: "Audience | None") -> "Finder":
    """What the window searches with: a thread of its own, so a connection of its own."""
    from crmo_desktop.library.names import connect_again
    from crmo_desktop.services.finding import Finder

    connection = connect_again(pack)
    searching = SearchingService(partial(make_engine, connection))
    close = partial(_give_back, connection, pack)
    return Finder(searching, partial(_make_rescuing, connection), close=close, only=only)


def _give_back(connection: "Connection", pack: Pack) -> None:
    if connection is not pack.connection:
        connection.close()


def _make_rescuing(connection: "Connection", searching: SearchingService) -> "RescueService":
    from crmo_desktop.library.names import glossary, topic_names
    from crmo_desktop.services.rescue import RescueService

    return RescueService(searching, partial(topic_names, connection), partial(glossary, connection))


def open_reference(paths: Paths, pack: Path | None) -> Reference:
    """The edition that `pack` names, else the bundled one.

    Raises:
        PackError: it cannot be used.
    """
    return _editions(paths).open(pack)


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


def open_by_policy(
    paths: Paths,
    pack: Path | None,
    policy: "Policy",
    *,
    within: float = ANSWERS_WITHIN,
    language: str = ENGLISH,
) -> Opened:
    """The edition that `pack` names; without it the one that the window reads here, and what is wrong.

    Args:
        paths: where things live.
        pack: a file.
        policy: may name a folder of editions.
        within: how many seconds that folder has to answer.
        language: of the edition, where there is one in it.

    Raises:
        PackError: the pack, or the bundled one, cannot be used.
    """
    editions = _editions(paths, language)
    newer = None
    if pack is None and policy.pack_folder is not None:
        newer = Newer(editions, policy.pack_folder, within=within)
    opened: Opened = editions.open(pack), ()
    return opened if newer is None else newer.instead_of(opened)


def _editions(paths: Paths, language: str = ENGLISH) -> Editions:
    """Opens what came with the program: the edition in `language`, or where there is none the English one."""
    home = paths.folder if paths.is_portable else None
    translated = paths.pack_in(language)
    bundled = translated if language != ENGLISH and translated.is_file() else paths.bundled_pack
    return Editions(bundled, paths.checked_packs, home=home)


def named_language(paths: Paths, name: str | None) -> str:
    """The language that the command line names; English if it names none.

    Raises:
        UserError: this copy has no such language.
    """
    return named(name, paths.languages()) if name is not None else ENGLISH


def _language(paths: Paths, options: WindowOptions, policy: "Policy") -> str:
    there, starts = paths.languages(), _starts(policy)
    notes = None if policy.shared_computer else paths.notes_file
    return spoken(options.language, there, partial(kept_choice, notes, starts))


def read_policy(paths: Paths) -> FoundPolicy:
    """What an administrator has set for this computer."""
    return find_policy(paths.policy_files)


def run_window(paths: Paths, options: WindowOptions) -> int:
    """Open the window and return when it is closed, with the exit status.

    Raises:
        UserError: there is no screen, the bundled edition cannot be used, or it has no such topic.
    """
    _forget_garbage()
    found = read_policy(paths)
    language = _language(paths, options, found.policy)
    editions = _editions(paths, language)
    opening = Beside(partial(editions.open_or_fall_back, options.pack))
    folder = found.policy.pack_folder if options.pack is None else None
    newer = None if folder is None else Newer(editions, folder)
    if options.is_passing or not _is_open_already(paths):
        _load_qt(paths, options)
    try:
        opened = opening.wait()
    except PackError as error:
        if not options.is_passing:
            _choose_screen(options)
            # whoever started us with a double click sees no terminal
            from crmo_desktop.gui.errors import show_alone

            show_alone(error)
        raise
    if newer is not None:
        opened = newer.instead_of(opened)
    _check_address(opened[0], options.address)
    lock = None
    if not options.is_passing:
        lock = _lock_or_hand_over(paths, options)
        if lock is None:
            return 0
    try:
        application = build(paths, options, lock=lock, opened=opened, found=found, language=language)
    except UserError:
        if lock is not None:
            lock.release()
        raise
    return application.run()


def _check_address(reference: Reference, address: Address) -> None:
    """Raise a UserError where the edition lacks the topic or the picture that `address` names."""
    if isinstance(address, TopicAddress):
        reference.reading.entry(address.topic)
    elif isinstance(address, PictureAddress):
        reference.reading.figure(address.picture)


def build(
    paths: Paths,
    options: WindowOptions,
    *,
    lock: "InstanceLock | None" = None,
    opened: Opened | None = None,
    found: FoundPolicy = FoundPolicy(),
    language: str | None = None,
) -> "Application":
    """The whole program, ready to run.

    Args:
        paths: where things live.
        options: what the command line says.
        lock: of the data folder; None where no second start can hand anything over.
        opened: the edition, if it is open already, and why it is not the one that was asked for.
        found: what an administrator has set.
        language: what the window speaks, if that is known already.

    Raises:
        UserError: there is no screen, or the bundled edition cannot be used.
    """
    _choose_screen(options)
    _forget_garbage()
    language = language or _language(paths, options, found.policy)
    opened = opened or _editions(paths, language).open_or_fall_back(options.pack)
    surroundings = _surroundings(paths, options, lock, opened, found)._replace(language=language)
    from crmo_desktop.gui.application import Application

    return Application(surroundings, options)


def _surroundings(
    paths: Paths,
    options: WindowOptions,
    lock: "InstanceLock | None",
    opened: Opened,
    found: FoundPolicy,
) -> "Surroundings":
    """What the program is built from."""
    # Qt last: once it is loaded, it looks at the source of every module that is imported.
    from crmo_desktop.services.front_page import doors, questions
    from crmo_desktop.services.journal import Journal
    from crmo_desktop.services.own import Own
    from crmo_desktop.services.preferences import Preferences
    from crmo_desktop.store.database import Notebook
    from crmo_desktop.store.history import HistoryRepository
    from crmo_desktop.store.settings import Settings

    from crmo_desktop.gui.application import Surroundings  # isort: skip

    (reference, troubles), policy = opened, found.policy
    shared = policy.shared_computer
    # a picture of the window is drawn with the reader's settings, if there are any; no file is made for it
    is_only_looked_at = options.is_passing and not paths.notes_file.exists()
    notebook = Notebook(None if shared or is_only_looked_at else paths.notes_file)
    settings = Settings(notebook, starts=_starts(policy), locked=policy.locked)
    preferences, reading = Preferences(settings), reference.reading
    keeps = not (options.is_passing or shared)
    keeps_history = partial(_keeps_history, preferences, is_possible=keeps)
    own = Own(notebook, now=_now, edition=reading.edition.made_on.isoformat())
    only = (options.audience or preferences.audience) if AUDIENCE in policy.locked else None
    return Surroundings(
        resources=paths.resources,
        language=ENGLISH,
        languages=paths.languages(),
        log_file=None if options.is_passing else paths.log_file,
        reading=reading,
        make_finder=partial(_make_finder, reference.pack, only),
        kept_questions=partial(_make_questions, notebook, keeps=keeps, is_offered=not shared),
        recent_searches=partial(_make_recent, notebook, keeps=keeps_history),
        journal=Journal(HistoryRepository(notebook), now=_now, keeps=keeps_history),
        preferences=preferences,
        doors=doors(reading, only=only),
        questions=questions(reading),
        is_overdue=reading.edition.review_due < date.today(),
        troubles=(*found.troubles, *troubles),
        check_edition=None if reference.pack.is_checked else partial(_editions(paths).check, reference.pack),
        own_trouble=partial(_problem_of, notebook),
        make_check=partial(make_check, paths, reference.pack.path),
        make_licences=partial(make_licences, paths),
        keeping=_make_keeping(paths, notebook, settings),
        own=own,
        policy=policy,
        forget=notebook.start_anew,
        mailbox=lock.mailbox() if lock is not None else None,
        close=(own.keep_unsaved, notebook.close, reference.pack.close),
    )


def _starts(policy: "Policy") -> dict[str, object]:
    """What settings begin with where the policy says so, by their keys, which are those of the policy."""
    starts = {"audience": policy.audience, "theme": policy.theme, "language": policy.language}
    return {key: value for key, value in starts.items() if value is not None}


def _make_keeping(paths: Paths, notebook: "Notebook", settings: "Settings") -> "Keeping":
    from crmo_desktop.services.keeping import Keeping, Kept, PlaceBeside

    kept = Kept.NAMED if paths.is_named else Kept.BESIDE if paths.is_portable else Kept.ON_COMPUTER
    beside = None
    if paths.marker is not None and paths.data_beside is not None:
        beside = PlaceBeside(paths._replace(data=paths.data_beside).notes_file, paths.marker)
    return Keeping(notebook, settings, Kept.NOWHERE if notebook.path is None else kept, beside=beside)


def _make_questions(notebook: "Notebook", *, keeps: bool, is_offered: bool) -> "TrainerQuestions":
    from crmo_desktop.services.trainer_questions import TrainerQuestions
    from crmo_desktop.store.questions import QuestionRepository

    trouble = partial(_problem_of, notebook)
    return TrainerQuestions(
        QuestionRepository(notebook), now=_now, trouble=trouble, keeps=keeps, is_offered=is_offered
    )


def _keeps_history(preferences: "Preferences", *, is_possible: bool) -> bool:
    return is_possible and preferences.keeps_history


def _make_recent(notebook: "Notebook", *, keeps: "Callable[[], bool]") -> "RecentSearches":
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
