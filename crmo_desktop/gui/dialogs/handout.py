"""File > Handout: parts of any topics and own words, put in order, kept under a title, used again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.handout import Handout, part_key
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, Publication
from crmo_desktop.gui.actions import without_arguments
from crmo_desktop.gui.dialogs.book_making import TYPING
from crmo_desktop.gui.dialogs.handout_window import HandoutWindow
from crmo_desktop.gui.dialogs.own_words import OwnWordsDialog
from crmo_desktop.gui.dialogs.paper_tools import PaperTools, Shown, keep_look, preferred_look
from crmo_desktop.gui.errors import words_of
from crmo_desktop.services.publishing import joined, without_missing

_RULED = 5  # empty lines that own words begin with


class _Deleted(NamedTuple):
    """A handout as it was saved, and as it was on the table, where that was another one."""

    saved: Handout | None
    draft: Handout | None


class HandoutDialog(HandoutWindow):
    """What is on the table is kept at every step, and is there again the next time."""

    def __init__(self, tools: PaperTools, shown: Shown, parent: QWidget | None) -> None:
        super().__init__(tools, shown, parent)
        self._handouts = tools.handouts
        self._deleted: list[_Deleted] = []  # to be had back, the last first
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING)
        self._connect_parts()
        self._open_last()
        if shown.topic is not None:
            self.choosing.tree.open_topic(part_key(shown.topic))
        self.choosing.filter.setFocus()

    def _connect_parts(self) -> None:
        chosen = self.chosen
        self.choosing.wanted.connect(self._on_wanted)
        self.choosing.audience_chosen.connect(self._on_audience)
        chosen.title.textEdited.connect(self._on_typed)
        self.options.typed.connect(self._on_typed)
        self.options.changed.connect(self._on_changed)
        self._pause.timeout.connect(self._on_changed)
        entries: tuple[tuple[QAction, Callable[[], object]], ...] = (
            (chosen.new, self.clear),
            (chosen.save, self.save_handout),
            (chosen.save_as, self.save_as),
            (chosen.delete, self.delete_handout),
        )
        for entry, slot in entries:
            entry.triggered.connect(without_arguments(slot))
        buttons: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (chosen.up, partial(self.move_part, -1)),
            (chosen.down, partial(self.move_part, 1)),
            (chosen.remove, self.remove_part),
            (chosen.tick, self.tick_part),
            (chosen.change, self.change_part),
            (chosen.own, self.add_own),
            (chosen.undo, self.undo),
        )
        for button, slot in buttons:
            button.clicked.connect(without_arguments(slot))
        chosen.list.move_wanted.connect(self.move_part)
        chosen.list.removal_wanted.connect(self.remove_part)
        chosen.list.change_wanted.connect(self.change_part)

    # --- what is on the table

    def _open_last(self) -> None:
        draft = self._handouts.draft()
        self._lay(draft)
        if draft is not None:
            self.say(self.tr("This is what you had last. It is not saved under its title yet."))
        trouble = self._handouts.trouble()
        if trouble is not None:
            self.notice.say(" ".join(words_of(trouble)))

    def _lay(self, handout: Handout | None) -> None:
        self._pause.stop()
        self.assembly.lay(handout)
        publication = self._blank() if handout is None else handout.publication
        self.chosen.title.setText(publication.title)
        self.options.show_publication(publication)
        self.show_parts(0)
        self._show_saved()
        self._make()

    def _blank(self) -> Publication:
        preferences = self._tools.preferences
        return Publication(
            title="",
            contents=(),
            look=preferred_look(preferences),
            clinic=preferences.clinic,
            has_name_line=True,
            has_red_flags=True,
            has_sources=False,
        )

    def _keep(self) -> None:
        """Nothing of what is on the table is lost, whatever happens now."""
        self._pause.stop()
        publication = self.publication()
        if publication.contents or publication.title:
            name, uid = self.assembly.name, self.assembly.uid
            self._handouts.keep_draft(publication, self.assembly.names(), name=name, of=uid)
        else:
            self._handouts.drop_draft()
        if not self.assembly.uid:
            keep_look(self._tools.preferences, publication)

    def _make(self) -> None:
        publication, _missing = without_missing(self._tools.reading, joined(self.publication()))
        if publication.contents:
            self.ask(replace(publication, title=publication.title or self.tr("Handout")))
        else:
            self.show_nothing(self.tr("The pages come when something is chosen."))

    def _changed(self, place: int) -> None:
        self.show_parts(place)
        self._keep()
        self._show_saved()
        self._make()

    def done(self, result: int) -> None:
        """What was typed last is kept, too."""
        if self._pause.isActive():
            self._keep()
        super().done(result)

    # --- choosing and putting in order

    @Slot(str, bool)
    def _on_wanted(self, key: str, on: bool) -> None:
        topic, _, section = key.partition("#")
        audience = self.choosing.audience
        self.assembly.choose(TopicId(topic), SectionId(section) if section else None, audience, on=on)
        self._changed(len(self.assembly.parts()) - 1 if on else self.chosen.list.place())

    @Slot(object)
    def _on_audience(self, audience: Audience) -> None:
        self.choosing.tree.set_chosen(self.assembly.chosen(audience))

    @Slot(int)
    def move_part(self, by: int) -> None:
        """Move the current part up (-1) or down (1)."""
        place = self.chosen.list.place()
        if place >= 0:
            self._changed(self.assembly.move(place, by))
            self.say(self.tr("Now part {number}").format(number=self.chosen.list.place() + 1))

    @Slot()
    def remove_part(self) -> None:
        """Take the current part out."""
        place = self.chosen.list.place()
        if place < 0:
            return
        self.assembly.remove(place)
        self._changed(place)
        self.say(self.tr("Taken out. “Undo” puts it back."))
        (self.chosen.list if self.assembly.parts() else self.chosen.undo).setFocus()

    def tick_part(self) -> None:
        """Make the lists of the current part lists to tick, or plain ones."""
        place = self.chosen.list.place()
        part = self.assembly.parts()[place]
        if isinstance(part, Extract | OwnWords):
            self.assembly.tick(place, on=not part.is_checklist)
            self._changed(place)

    # --- own words

    def add_own(self) -> None:
        """Ask for own words, and put them behind the others."""
        self._ask_own(OwnWords(ruled=_RULED), self._on_added)

    @Slot()
    def change_part(self) -> None:
        """Ask what the own words of the current part are to be."""
        place = self.chosen.list.place()
        part = self.assembly.parts()[place] if place >= 0 else None
        if isinstance(part, OwnWords):
            self._ask_own(part, partial(self._on_rewritten, place))

    def _ask_own(self, words: OwnWords, take: Callable[[OwnWords], None]) -> None:
        dialog = OwnWordsDialog(words, self._look, self)
        dialog.written.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_added(self, words: OwnWords) -> None:
        self._changed(self.assembly.add(words))
        self.chosen.list.setFocus()

    def _on_rewritten(self, place: int, words: OwnWords) -> None:
        self.assembly.put(place, words)
        self._changed(place)

    # --- undoing

    def can_undo(self) -> bool:
        """Whether there is a step to undo, or a handout to have back."""
        return super().can_undo() or bool(self._deleted)

    def undo(self) -> None:
        """Undo the last step; if there is none, bring back the handout that was deleted."""
        if self.assembly.can_undo():
            self.assembly.undo()
            self._changed(self.chosen.list.place())
            self.say(self.tr("Undone"))
        elif self._deleted:
            self._bring_back(self._deleted.pop())
            self.say(self.tr("Kept again."))

    def _bring_back(self, deleted: "_Deleted") -> None:
        saved = None if deleted.saved is None else self._handouts.restore(deleted.saved)
        self._lay(deleted.draft or saved)
        if deleted.draft is not None:
            self._keep()
        self._show_saved()

    # --- saved handouts

    def _show_saved(self) -> None:
        saved = [(one.uid, one.name) for one in self._handouts.all()]
        unsaved = [(one.uid, self._unsaved_name(one)) for one in self._handouts.drafts()]
        self.chosen.list_saved(saved + unsaved, self._opener)
        has_any = bool(self.assembly.uid or self.assembly.parts() or self.chosen.title.text())
        self.chosen.delete.setEnabled(has_any)
        self.chosen.new.setEnabled(has_any)
        self.chosen.save_as.setEnabled(bool(self.assembly.uid))

    def _unsaved_name(self, draft: Handout) -> str:
        day = draft.changed.astimezone()
        when = QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
        title = draft.publication.title or self.tr("Without a title")
        return self.tr("Not saved: {title}, {day}, {time}").format(title=title, day=when, time=f"{day:%H:%M}")

    def _opener(self, uid: str) -> Callable[[bool], None]:
        return without_arguments(partial(self.open_handout, uid))

    def open_handout(self, uid: str) -> None:
        """Have a saved handout, or one that is not saved, on the table; what was there stays as it is."""
        if self._pause.isActive():
            self._keep()
        handout = self._handouts.get(uid)
        if handout is None:
            return
        self._handouts.set_aside()
        if handout.is_draft:
            self._handouts.take(handout)
        self._lay(handout)
        self.say(self.tr("“{name}” is open.").format(name=handout.publication.title))

    def clear(self) -> None:
        """Begin a new one; what was on the table stays among what is saved or not."""
        if self._pause.isActive():
            self._keep()
        self._handouts.set_aside()
        self._lay(None)
        self.say(self.tr("A new handout. The one before is still under “Handout”."))
        self.chosen.title.setFocus()

    def save_handout(self) -> None:
        """Save under the title; a saved handout is saved again, and bears its new title."""
        self._save(self.assembly.uid)

    def save_as(self) -> None:
        """Save as a new handout; the one it was made from stays as it was."""
        self._save("")

    def _save(self, uid: str) -> None:
        publication = self.publication()
        if not publication.title:
            self.say(self.tr("Write a title first: the handout is kept under it."))
            self.chosen.title.setFocus()
            return
        saved = self._handouts.save(publication.title, publication, self.assembly.names(), uid=uid)
        if saved is None:
            self.say(self.tr("Another handout has this title. Write another one."))
            self.chosen.title.setFocus()
            return
        self._pause.stop()
        self._handouts.drop_draft()
        self.assembly.uid, self.assembly.name = saved.uid, saved.name
        self._show_saved()
        self.say(self.tr("Saved: “{name}”").format(name=saved.name))

    def delete_handout(self) -> None:
        """Delete what is on the table, and its saved handout; "Undo" brings it back."""
        uid, publication = self.assembly.uid, self.publication()
        self._keep()
        draft = self._handouts.draft()
        self._handouts.drop_draft()
        saved = self._handouts.delete(uid) if uid else None
        if draft is not None and saved is not None and draft.publication == saved.publication:
            draft = None
        self._deleted.append(_Deleted(saved, draft))
        self._lay(None)
        title = publication.title or self.tr("Without a title")
        self.say(self.tr("“{name}” is deleted. “Undo” brings it back.").format(name=title))
        self.chosen.undo.setFocus()

    # --- typing and keys

    @Slot()
    def _on_typed(self) -> None:
        self._pause.start()

    @Slot()
    def _on_changed(self) -> None:
        self._keep()
        self._show_saved()
        self._make()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z undoes."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)
