"""Which language the program speaks: what the command line says, else the reader, else the system."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.language import ENGLISH, SYSTEM, best_of


def named(name: str, there: Sequence[str]) -> str:
    """The language that is called `name`, or the nearest of `there` to it.

    Raises:
        UserError: none is.
    """
    found = best_of([name], there)
    if found is None:
        raise UserError(
            "This copy does not speak “{language}”.",
            hint="It speaks: {languages}.",
            language=name,
            languages=", ".join(there),
        )
    return found


def spoken(name: str | None, there: Sequence[str], choice: Callable[[], str]) -> str:
    """What the window speaks. A copy that has English only, as most have, asks nothing and nobody.

    Args:
        name: what the command line says, if anything.
        there: the languages that this copy has.
        choice: tells the reader's own, or that it is the system's.

    Raises:
        UserError: the command line names a language that this copy has not.
    """
    if name is not None:
        return named(name, there)
    if len(there) == 1:
        return ENGLISH
    chosen = choice()
    if chosen != SYSTEM:
        return best_of([chosen], there) or ENGLISH
    from crmo_desktop.gui.languages import system_languages

    return best_of(system_languages(), there) or ENGLISH


def kept_choice(notes: Path | None, starts: Mapping[str, object]) -> str:
    """What a reader has set in the file `notes`, if there is one; else what settings start with."""
    from crmo_desktop.services.preferences import Preferences
    from crmo_desktop.store.database import Notebook
    from crmo_desktop.store.settings import Settings

    notebook = Notebook(notes if notes is not None and notes.exists() else None)
    try:
        return Preferences(Settings(notebook, starts=starts)).language
    finally:
        notebook.close()
