"""Sessions in the trainer's words: minutes, parts, how long they took; and a session as a plan on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QObject

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.publication import OwnEntry, OwnList, Publication
from crmo_desktop.domain.session import Part, PartKind, Rehearsal, Session


class SessionWords(QObject):
    """Says what sessions and their parts are."""

    def minutes(self, minutes: float) -> str:
        """So many minutes; halves are told."""
        if minutes == 1:
            return self.tr("1 minute")
        return self.tr("{n} minutes", None, round(minutes)).format(n=self._number(minutes))

    def _number(self, value: float) -> str:
        return QLocale().toString(float(value), "f", 0 if value == round(value) else 1)

    def planned(self, session: Session) -> str:
        """The minutes of all parts together, and how many parts have none."""
        together = self.minutes(session.minutes)
        without = sum(part.minutes is None for part in session.parts)
        if not without:
            return together
        many = self.tr("{n} parts without minutes", None, without).format(n=without)
        lack = self.tr("1 part without minutes") if without == 1 else many
        return self.tr("{minutes}, {parts}").format(minutes=together, parts=lack)

    def summary(self, session: Session) -> str:
        """How long it is, how many parts it has, and whose words it shows."""
        count = len(session.parts)
        if not count:
            return " · ".join((self.tr("Nothing in it yet"), self.audience(session.audience)))
        many = self.tr("{n} parts", None, count).format(n=count)
        parts = self.tr("1 part") if count == 1 else many
        return " · ".join((self.minutes(session.minutes), parts, self.audience(session.audience)))

    def audience(self, audience: Audience) -> str:
        """For whom."""
        return self.tr("for clinicians") if audience is Audience.CLINICIAN else self.tr("for families")

    def kind(self, kind: PartKind) -> str:
        """What a part is."""
        return {
            PartKind.TOPIC: self.tr("Whole topic"),
            PartKind.SECTION: self.tr("Section"),
            PartKind.CASE: self.tr("Case, step by step"),
            PartKind.PICTURE: self.tr("Picture"),
            PartKind.QUESTION: self.tr("Question to the room"),
            PartKind.OWN: self.tr("Own words"),
        }[kind]

    def part(self, part: Part) -> str:
        """How long a part is, what it is, and its note."""
        told = [] if part.minutes is None else [self.minutes(part.minutes)]
        told.append(self.kind(part.kind))
        told += [" ".join(part.note.split())] if part.note.strip() else []
        return " · ".join(told)

    def duration(self, seconds: float) -> str:
        """Minutes and seconds as a clock shows them: 12:05."""
        whole = round(seconds)
        return f"{whole // 60}:{whole % 60:02}"

    def rehearsal(self, rehearsal: Rehearsal, planned: float) -> str:
        """When it was, and how long it took of the `planned` minutes, 0 for none."""
        began = rehearsal.began.astimezone()
        day = QLocale().toString(QDate(began.year, began.month, began.day), "d MMMM yyyy")
        when = self.tr("{day}, {time}").format(day=day, time=f"{began:%H:%M}")
        what = self.tr("rehearsed") if rehearsal.is_rehearsal else self.tr("held")
        took = self.duration(rehearsal.total)
        if not planned:
            return self.tr("{day}: {what} in {took} minutes").format(day=when, what=what, took=took)
        of = self.duration(planned * 60)
        return self.tr("{day}: {what} in {took} of {planned} minutes").format(
            day=when, what=what, took=took, planned=of
        )

    def steps(self, rehearsal: Rehearsal) -> list[str]:
        """How long each part took."""
        pairs = zip(rehearsal.titles, rehearsal.seconds, strict=True)
        return [
            self.tr("{time}  {part}").format(time=self.duration(seconds), part=title)
            for title, seconds in pairs
        ]

    def plan(self, session: Session, titles: Sequence[str]) -> Publication:
        """`session` as a plan on paper; `titles` are those of its parts."""
        entries, begun = [], 0.0
        for title, part in zip(titles, session.parts, strict=True):
            planned = part.minutes or 0
            span = (
                self.tr("Minute {first} to {last}").format(
                    first=self._number(begun), last=self._number(begun + planned)
                )
                if planned
                else self.tr("No minutes")
            )
            words = "\n".join((*part.words, part.note)) if part.note else "\n".join(part.words)
            entries.append(OwnEntry(kind=f"{span}: {title}", words=words, facts=self.kind(part.kind)))
            begun += planned
        note = f"{self.summary(session)}. {self._own()}"
        listed = OwnList(heading=self.tr("Plan of the session"), entries=tuple(entries), note=note)
        return Publication(title=session.name, contents=(listed,), has_sources=False)

    def _own(self) -> str:
        return self.tr("This plan is the trainer’s own. It is not part of the reference.")
