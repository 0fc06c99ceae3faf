"""Random edits of the reader's file: the same ones in the process that makes them and in the one that checks.

    python -m tests.faults.editing FILE SEED STARTS

A process makes edit after edit and prints the number of each when it stands in the file; it is killed at some
moment. STARTS are the numbers of the edits with which processes began, the last one this one's own.
"""

import os
import random
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.backup import Occasion
from crmo_desktop.domain.own_things import Colour, FolderId, Kind, Quote, Removed, Spot, Thing
from crmo_desktop.services.backups import Backups
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.trainer_questions import TrainerQuestions
from crmo_desktop.store.backups import BackupFolder
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository, Visit
from crmo_desktop.store.own_things import OwnThingRepository
from crmo_desktop.store.questions import QuestionRepository
from crmo_desktop.store.settings import TEXT_SIZE, Settings

ROOT: Final = Path(__file__).resolve().parents[2]
NOON: Final = datetime(2026, 11, 26, 12, tzinfo=UTC)
SIZES: Final = (80, 90, 100, 110, 125, 150, 175, 200)


class Edit(NamedTuple):
    """One edit: what is done, to what, and a number that makes its words unlike all others."""

    what: str
    name: str = ""
    number: int = 0


@dataclass
class State:
    """What should stand in a file."""

    things: dict[str, tuple[str, int | None, str, str]] = field(default_factory=dict)  # name: kind, …, folder
    folders: set[str] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    visits: list[str] = field(default_factory=list)
    text_size: int = 100


class Edits:
    """Edit after edit, by a seed; `state` is what the file holds once they are made."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.number = 0  # of the next edit
        self.state = State()
        self._removed: tuple[str, tuple[str, int | None, str, str]] | None = None

    def restart(self) -> None:
        """Another process goes on: what was deleted cannot be had back any more."""
        self._removed = None

    def next(self) -> Edit:
        """Choose the next edit, and do it to `state`."""
        edit = self._choose()
        self.number += 1
        _DO[edit.what](self, edit)
        return edit

    def _choose(self) -> Edit:
        choose, state, number = self._random, self.state, self.number
        if self._removed is not None and choose.random() < 0.5:
            return Edit("restore", self._removed[0], number)
        what = choose.choice([*_MAKING, *_MAKING, *_CHANGING])
        pool: list[str] = []
        if what in {"write", "delete", "lay"}:
            pool = list(state.things)
        elif what == "colour":
            pool = [name for name, thing in state.things.items() if thing[0] == Kind.HIGHLIGHT]
        elif what in {"rename folder", "delete folder"}:
            pool = sorted(state.folders)
        elif what == "unfinish":
            pool = sorted(state.finished)
        elif what == "drop question":
            pool = sorted(state.questions)
        if what in _CHANGING and what != "backup":
            if not pool:
                return Edit("note", f"note {number}", number)
            return Edit(what, choose.choice(pool), number)
        return Edit(what, f"{what} {number}", number)

    # --- what each does to the state

    def _make(self, edit: Edit) -> None:
        colour = edit.number % 4 + 1 if edit.what == "highlight" else None
        words = "" if edit.what == "bookmark" else f"words {edit.number}"
        self.state.things[edit.name] = (edit.what, colour, words, "")

    def _write(self, edit: Edit) -> None:
        kind, colour, _, folder = self.state.things[edit.name]
        self.state.things[edit.name] = (kind, colour, f"words {edit.number}", folder)

    def _colour(self, edit: Edit) -> None:
        kind, _, words, folder = self.state.things[edit.name]
        self.state.things[edit.name] = (kind, edit.number % 4 + 1, words, folder)

    def _delete(self, edit: Edit) -> None:
        self._removed = edit.name, self.state.things.pop(edit.name)

    def _restore(self, edit: Edit) -> None:
        if self._removed is not None:
            name, (kind, colour, words, folder) = self._removed
            kept = folder if folder in self.state.folders else ""
            self.state.things[name] = (kind, colour, words, kept)
        self._removed = None

    def folder_for(self, edit: Edit) -> str:
        """Into which folder a thing is laid; "" for none."""
        folders = sorted(self.state.folders)
        return folders[edit.number % len(folders)] if folders else ""

    def _lay(self, edit: Edit) -> None:
        kind, colour, words, _ = self.state.things[edit.name]
        self.state.things[edit.name] = (kind, colour, words, self.folder_for(edit))

    def _add_folder(self, edit: Edit) -> None:
        self.state.folders.add(edit.name)

    def _refolder(self, old: str, new: str) -> None:
        for name, (kind, colour, words, folder) in self.state.things.items():
            if folder == old:
                self.state.things[name] = (kind, colour, words, new)

    def _rename_folder(self, edit: Edit) -> None:
        new = f"folder {edit.number}"
        self.state.folders.remove(edit.name)
        self.state.folders.add(new)
        self._refolder(edit.name, new)
        self._removed = None  # it may have lain there: by its name nobody would know

    def _delete_folder(self, edit: Edit) -> None:
        self.state.folders.remove(edit.name)
        self._refolder(edit.name, "")

    def _finish(self, edit: Edit) -> None:
        self.state.finished.add(edit.name)

    def _unfinish(self, edit: Edit) -> None:
        self.state.finished.remove(edit.name)

    def _keep_question(self, edit: Edit) -> None:
        self.state.questions.add(edit.name)

    def _drop_question(self, edit: Edit) -> None:
        self.state.questions.remove(edit.name)

    def _visit(self, edit: Edit) -> None:
        self.state.visits.append(edit.name)

    def _set(self, edit: Edit) -> None:
        self.state.text_size = SIZES[edit.number % len(SIZES)]

    def _nothing(self, _edit: Edit) -> None:
        """A backup changes nothing."""


_MAKING: Final = ("bookmark", "highlight", "note", "add folder", "finish", "keep question", "visit", "set")
_CHANGING: Final = (
    "write", "colour", "delete", "lay", "rename folder", "delete folder", "unfinish", "drop question",
    "backup",
)  # fmt: skip
_DO: Final[dict[str, Callable[[Edits, Edit], None]]] = {
    "bookmark": Edits._make,
    "highlight": Edits._make,
    "note": Edits._make,
    "write": Edits._write,
    "colour": Edits._colour,
    "delete": Edits._delete,
    "restore": Edits._restore,
    "lay": Edits._lay,
    "add folder": Edits._add_folder,
    "rename folder": Edits._rename_folder,
    "delete folder": Edits._delete_folder,
    "finish": Edits._finish,
    "unfinish": Edits._unfinish,
    "keep question": Edits._keep_question,
    "drop question": Edits._drop_question,
    "visit": Edits._visit,
    "set": Edits._set,
    "backup": Edits._nothing,
}


class Hand:
    """Makes edits in an open file, by the services that the window uses."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.things = OwnThings(
            OwnThingRepository(notebook),
            now=self._now,
            edition="2026-11-26",
            trouble=lambda: notebook.problem,
        )
        self.questions = TrainerQuestions(
            QuestionRepository(notebook), now=self._now, trouble=lambda: notebook.problem
        )
        self.backups = Backups(notebook, now=self._now)
        self.history, self.settings = HistoryRepository(notebook), Settings(notebook)
        self._removed = Removed()
        self._seconds = 0

    def _now(self) -> datetime:
        self._seconds += 1
        return NOON + timedelta(seconds=self._seconds)

    def make(self, edit: Edit, edits: Edits) -> None:
        """Make `edit`; it stands in the file when this returns."""
        match edit.what:
            case "bookmark":
                self.things.bookmark(_spot(edit.name))
            case "highlight":
                quote = Quote(exact=edit.name, prefix="before ", suffix=" after")
                colour = Colour(edit.number % 4 + 1)
                self.things.highlight(_spot(edit.name), quote, colour, f"words {edit.number}")
            case "note":
                self.things.note(_spot(edit.name), f"words {edit.number}")
            case "write":
                self.things.write(self._thing(edit.name).id, f"words {edit.number}")
            case "colour":
                self.things.colour(self._thing(edit.name).id, Colour(edit.number % 4 + 1))
            case "delete":
                self._removed = self.things.delete([self._thing(edit.name).id])
            case "restore":
                self.things.restore(self._removed)
            case _:
                self._make_other(edit, edits)

    def _make_other(self, edit: Edit, edits: Edits) -> None:
        match edit.what:
            case "lay":
                folder = edits.folder_for(edit)
                self.things.lay([self._thing(edit.name).id], self._folder(folder) if folder else None)
            case "add folder":
                self.things.add_folder(edit.name)
            case "rename folder":
                self.things.rename_folder(self._folder(edit.name), f"folder {edit.number}")
            case "delete folder":
                self.things.delete_folder(self._folder(edit.name))
            case _:
                self._make_last(edit)

    def _make_last(self, edit: Edit) -> None:
        match edit.what:
            case "finish" | "unfinish":
                self.things.set_finished(edit.name, is_finished=edit.what == "finish")
            case "keep question":
                self.questions.keep(edit.name, Audience.PATIENT)
            case "drop question":
                self.questions.delete([one for one in self.questions.all() if one.words == edit.name])
            case "visit":
                self.history.record(
                    Visit(f"crmo://topic/{edit.number}", edit.name, Audience.PATIENT, self._now())
                )
            case "set":
                self.settings.set(TEXT_SIZE, SIZES[edit.number % len(SIZES)])
            case "backup":
                self.backups.make()
            case _:
                raise ValueError(edit.what)

    def _thing(self, name: str) -> Thing:
        return next(thing for thing in self.things.all() if thing.spot.title == name)

    def _folder(self, name: str) -> FolderId:
        return next(folder.id for folder in self.things.folders() if folder.name == name)

    def state(self) -> State:
        """What stands in the file."""
        folders = {folder.id: folder.name for folder in self.things.folders()}
        things = {
            thing.spot.title: (
                str(thing.kind),
                None if thing.colour is None else int(thing.colour),
                thing.words,
                folders[thing.folder] if thing.folder is not None else "",
            )
            for thing in self.things.all()
        }
        return State(
            things,
            set(folders.values()),
            set(self.things.finished()),
            {one.words for one in self.questions.all()},
            [visit.title for visit in reversed(self.history.all())],
            self.settings.get(TEXT_SIZE),
        )


def _spot(name: str) -> Spot:
    page = f"crmo://topic/{name.replace(' ', '-')}"
    return Spot(page=page, audience=Audience.PATIENT, title=name)


def replayed(seed: int, starts: list[int]) -> Edits:
    """The edits up to the last of `starts`, as if they had been made."""
    edits = Edits(seed)
    for start in starts:
        while edits.number < start:
            edits.next()
        edits.restart()
    return edits


def main(path: Path, seed: int, starts: list[int]) -> None:
    """Make edits until killed."""
    edits = replayed(seed, starts)
    with closing(Notebook(path)) as notebook:
        hand = Hand(notebook)
        out = sys.stdout.fileno()
        BackupFolder(path).make(Occasion.START, NOON)
        os.write(out, b"open\n")
        while True:
            number, edit = edits.number, edits.next()
            hand.make(edit, edits)
            if notebook.trouble is not None:
                raise RuntimeError(notebook.trouble)
            os.write(out, b"%d\n" % number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [int(start) for start in sys.argv[3].split(",")])
