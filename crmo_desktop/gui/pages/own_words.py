"""What the reader has made and read, in words: rows, days, what to do where there is nothing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import FolderId, Kind, Thing
from crmo_desktop.gui.models.own_rows import OwnRow
from crmo_desktop.gui.widgets.colour_row import ColourNames
from crmo_desktop.services.journal import ReadVisit
from crmo_desktop.services.own_places import Standing
from crmo_desktop.services.own_view import Order, Wanted

ICONS: Final = {Kind.BOOKMARK: "bookmark", Kind.HIGHLIGHT: "highlight", Kind.NOTE: "note"}
_IN_A_ROW: Final = 300  # signs of a note or a quote, in the list
_IN_A_NAME: Final = 40  # signs of a title, in what was deleted


class Day(NamedTuple):
    """Heads the visits of a day."""

    day: date


class ThingWords(QObject):
    """Puts things, visits and what is shown of them into words."""

    def __init__(self, edition: Edition, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._colours = ColourNames(self)

    # --- rows

    def row(self, thing: Thing, folders: Mapping[FolderId, str], standing: Standing, now: datetime) -> OwnRow:
        """The row of a thing."""
        when = self.when(thing.made, now)
        foot = self.place(thing, folders) if standing is Standing.HERE else self.gone(standing, thing)
        quote = thing.quote.exact if thing.quote is not None else ""
        colour = int(thing.colour) if thing.colour is not None else 0
        return OwnRow(
            icon=ICONS[thing.kind],
            title=thing.spot.title,
            when=when,
            quote=begun(quote),
            colour=colour if quote else 0,
            words=begun(thing.words),
            foot=foot,
            is_gone=standing is not Standing.HERE,
            spoken=self._spoken(thing, quote, foot, when),
        )

    def _spoken(self, thing: Thing, quote: str, foot: str, when: str) -> str:
        """All of a row, in the order in which it matters."""
        kind = self.kind(thing.kind)
        if thing.colour is not None:
            kind += f", {self._colours.of(thing.colour)}, {int(thing.colour)}"
        head = f"{kind}, {thing.spot.title}" + (f": {quote}" if quote else "")
        note = self.tr("Note: {words}").format(words=thing.words) if thing.words else ""
        return ". ".join(part.rstrip(".") for part in (head, note, foot, when) if part)

    def kind(self, kind: Kind) -> str:
        """What a thing is."""
        return {
            Kind.BOOKMARK: self.tr("Bookmark"),
            Kind.HIGHLIGHT: self.tr("Highlight"),
            Kind.NOTE: self.tr("Note"),
        }[kind]

    def place(self, thing: Thing, folders: Mapping[FolderId, str]) -> str:
        """Where on the page a thing is, and in which folder."""
        place = thing.spot.section_title or self.tr("Whole topic")
        if thing.kind is Kind.NOTE:
            place = thing.spot.section_title or self.tr("Note on the topic")
        name = folders.get(thing.folder, "") if thing.folder is not None else ""
        return self.tr("{place} · folder {name}").format(place=place, name=name) if name else place

    def gone(self, standing: Standing, thing: Thing) -> str:
        """That the place of a thing is no longer there."""
        day = self.day(self._edition.made_on)
        if standing is Standing.NO_PAGE:
            words = self.tr("This page is no longer there since the edition of {date}. Your words are kept.")
        elif thing.quote is not None:
            words = self.tr("No longer on this page since the edition of {date}. Your words are kept.")
        else:
            words = self.tr(
                "This section is no longer there since the edition of {date}. Your words are kept."
            )
        return words.format(date=day)

    def visit_row(self, title: str, when: datetime) -> OwnRow:
        """The row of a visit."""
        time = _time(when)
        return OwnRow(icon="history", title=title, when=time, spoken=f"{time}, {title}")

    def day_row(self, day: date, now: datetime) -> OwnRow:
        """The heading of a day."""
        return OwnRow(icon="", title=self._near(day, now) or self.day(day, of_week=True))

    # --- times

    def kind_of(self, thing: Thing) -> str:
        """What a thing is, and the name of its colour."""
        kind = self.kind(thing.kind)
        return kind if thing.colour is None else f"{kind}, {self._colours.of(thing.colour)}"

    def time(self, when: datetime) -> str:
        """The time of a day."""
        return _time(when)

    def when(self, when: datetime, now: datetime) -> str:
        """When something was made: today with its time, else the day."""
        day, today = when.astimezone().date(), now.astimezone().date()
        near = self._near(day, now)
        if day == today:
            return f"{near}, {_time(when)}"
        return near or self.day(day, with_year=day.year != today.year)

    def backup(self, made: datetime, now: datetime) -> str:
        """When the latest backup was made."""
        day = made.astimezone().date()
        days = (now.astimezone().date() - day).days
        if days == 0:
            return self.tr("Last backup today, {time}").format(time=_time(made))
        if days == 1:
            return self.tr("Last backup yesterday, {time}").format(time=_time(made))
        return self.tr("Last backup {day}").format(day=self.day(day))

    def _near(self, day: date, now: datetime) -> str:
        days = (now.astimezone().date() - day).days
        return {0: self.tr("Today"), 1: self.tr("Yesterday")}.get(days, "")

    def day(self, day: date, *, with_year: bool = True, of_week: bool = False) -> str:
        """A day as a reader writes it."""
        form = "d MMMM yyyy" if with_year else "d MMMM"
        return QLocale().toString(QDate(day.year, day.month, day.day), f"dddd, {form}" if of_week else form)

    # --- what is shown

    def title(self, part: OwnPart) -> str:
        """What the page is called."""
        return self.tr("History") if part is OwnPart.HISTORY else self.tr("My notes and marks")

    def part(self, part: OwnPart) -> str:
        """What a part is called."""
        return {
            OwnPart.EVERYTHING: self.tr("Everything"),
            OwnPart.BOOKMARKS: self.tr("Bookmarks"),
            OwnPart.HIGHLIGHTS: self.tr("Highlights"),
            OwnPart.NOTES: self.tr("Notes"),
            OwnPart.HISTORY: self.tr("History"),
        }[part]

    def order(self, order: Order) -> str:
        """What an order is called."""
        return {
            Order.NEWEST: self.tr("Newest first"),
            Order.OLDEST: self.tr("Oldest first"),
            Order.TOPICS: self.tr("As the topics go"),
            Order.TITLE: self.tr("By title"),
        }[order]

    def chosen(self, wanted: Wanted, folders: Mapping[FolderId, str]) -> str:
        """What is shown, on the button that leads to the choice."""
        if wanted.folder is not None:
            return folders.get(wanted.folder, "")
        if wanted.colour is not None:
            return self.tr("Highlights, {colour}").format(colour=self._colours.of(wanted.colour))
        return self.part(wanted.part)

    def number(self, number: int, *, visits: bool) -> str:
        """How many rows there are."""
        if visits:
            return self.tr("1 visit") if number == 1 else self.tr("{n} visits", None, number).format(n=number)
        return self.tr("1 thing") if number == 1 else self.tr("{n} things", None, number).format(n=number)

    def chosen_number(self, number: int, *, visits: bool) -> str:
        """How many rows are chosen; more than one."""
        words = (
            self.tr("{n} visits chosen", None, number)
            if visits
            else self.tr("{n} things chosen", None, number)
        )
        return words.format(n=number)

    def nothing_at_all(self) -> str:
        """What to do where there is no thing."""
        return self.tr(
            "Nothing here yet. Ctrl+D bookmarks a page. Select words and press Ctrl+1 to highlight them."
        )

    def no_visits(self, wanted: Wanted) -> str:
        """Why no visit is listed."""
        if wanted.words:
            words = self.tr("Nothing that was read has “{words}” in its title.")
            return words.format(words=shortened(wanted.words))
        return self.tr("Nothing was read yet.")

    def nothing(self, wanted: Wanted, folders: Mapping[FolderId, str]) -> str:
        """Why no thing is listed, though there are some."""
        if wanted.words:
            words = self.tr("Nothing of yours has “{words}” in it.")
            return words.format(words=shortened(wanted.words))
        if wanted.colour is not None:
            return self.tr("No highlight in {colour}.").format(colour=self._colours.of(wanted.colour))
        if wanted.folder is not None:
            name = folders.get(wanted.folder, "")
            return self.tr("Nothing lies in the folder “{name}”.").format(name=name)
        return {
            OwnPart.BOOKMARKS: self.tr("No bookmarks."),
            OwnPart.HIGHLIGHTS: self.tr("No highlights."),
        }.get(wanted.part, self.tr("No notes."))

    def standing(self, standing: Standing, thing: Thing) -> str:
        """What is to be known of the place of a thing; "" where it is as it was."""
        return "" if standing is Standing.HERE else self.gone(standing, thing)

    def read_on(self, when: datetime, audience: Audience) -> str:
        """When a page was read, and in whose words."""
        words = (
            self.tr("Read on {day}, {time}, as written for families")
            if audience is Audience.PATIENT
            else self.tr("Read on {day}, {time}, as written for clinicians")
        )
        return words.format(day=self.day(when.astimezone().date(), of_week=True), time=_time(when))

    # --- what was done

    def deleted(self, things: tuple[Thing, ...]) -> str:
        """What was deleted."""
        if len(things) > 1:
            return self.tr("{n} things deleted", None, len(things)).format(n=len(things))
        title = shortened(things[0].spot.section_title or things[0].spot.title)
        words = {
            Kind.BOOKMARK: self.tr("Bookmark “{title}” deleted"),
            Kind.HIGHLIGHT: self.tr("Highlight in “{title}” deleted"),
            Kind.NOTE: self.tr("Note on “{title}” deleted"),
        }[things[0].kind]
        return words.format(title=title)

    def deleted_visits(self, titles: list[str]) -> str:
        """Which visits were deleted."""
        if len(titles) > 1:
            return self.tr("{n} visits deleted", None, len(titles)).format(n=len(titles))
        return self.tr("Visit to “{title}” deleted").format(title=shortened(titles[0]))

    def copied(self, thing: Thing) -> str:
        """A thing as plain text, with where it comes from."""
        spot = thing.spot
        lines = [" › ".join(part for part in (spot.title, spot.section_title) if part)]
        if thing.quote is not None:
            lines.append(f"“{thing.quote.exact}”")
        if thing.words:
            lines.append(thing.words)
        made = self.day(date.fromisoformat(thing.edition)) if thing.edition else ""
        if made:
            lines.append(
                self.tr("From CRMO Desktop, edition of {date}. {address}").format(
                    date=made, address=spot.address
                )
            )
        lines.append(self.tr("Information, not medical advice"))
        return "\n".join(lines) + "\n"

    def copied_visit(self, visit: ReadVisit) -> str:
        """A visit as plain text."""
        return f"{visit.title}\n{self.read_on(visit.when, visit.audience)}\n{visit.address}\n"


def shortened(title: str) -> str:
    """A title for a line that has little room."""
    return title if len(title) <= _IN_A_NAME else title[: _IN_A_NAME - 1].rstrip() + "…"


def begun(words: str) -> str:
    """The beginning of words that are too many for a row; what is chosen is shown in full."""
    if len(words) <= _IN_A_ROW:
        return words
    end = words.rfind(" ", 0, _IN_A_ROW)
    return words[: end if end > 0 else _IN_A_ROW].rstrip() + " …"


def _time(when: datetime) -> str:
    local = when.astimezone()
    return QTime(local.hour, local.minute).toString("HH:mm")
