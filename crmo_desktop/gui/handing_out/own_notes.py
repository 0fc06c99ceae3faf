"""What the reader has noted where a slide comes from, and under which name a note on it is kept."""

from PySide6.QtCore import QCoreApplication

from crmo_desktop.domain.own_things import Kind, Thing
from crmo_desktop.domain.slides import Matter, MatterKind
from crmo_desktop.domain.talk import Talk
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.slide_notes import SlideNotes


def note_place(talk: Talk, matter: Matter) -> str:
    """The key that a note on `matter` is kept under: own words of one session are not those of another."""
    if matter.kind is MatterKind.OWN and talk.session is not None:
        return f"session/{talk.session.uid}/{matter.key}"
    return matter.key


def own_words(things: OwnThings, matter: Matter) -> tuple[str, ...]:
    """The reader's notes and highlights on the section, or on the topic as a whole, a paragraph each."""
    page, _, section = matter.address.partition("#")
    if not page:
        return ()
    found = [thing for thing in things.on_page(page) if (thing.spot.section or "") == section]
    return tuple(words for thing in found if (words := _words(thing)))


def _words(thing: Thing) -> str:
    if thing.kind is Kind.NOTE:
        return thing.words.strip()
    if thing.kind is not Kind.HIGHLIGHT or thing.quote is None:
        return ""
    quoted = QCoreApplication.translate("Console", "Highlighted: “{words}”").format(words=thing.quote.exact)
    return f"{quoted} {thing.words.strip()}".strip()


def trainers_notes(talk: Talk, notes: SlideNotes, things: OwnThings) -> dict[str, tuple[str, ...]]:
    """What whoever speaks has written for the matters of a talk, by their keys.

    Args:
        talk: what is handed out.
        notes: the reader's own on slides.
        things: the reader's notes and highlights on pages.
    """
    found: dict[str, tuple[str, ...]] = {}
    part = -1
    for matter in talk.matters:
        said = []
        if matter.part != part and matter.part < len(talk.parts):
            said.append(talk.parts[matter.part].note)
        part = matter.part
        said += [notes.on(note_place(talk, matter), matter.audience), *own_words(things, matter)]
        found[matter.key] = tuple(words.strip() for words in said if words.strip())
    return {key: words for key, words in found.items() if words}
