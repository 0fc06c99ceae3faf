"""What the reader has made, taken along: as one JSON file, as a page to read or print, and in again.

Settings are not in it: they belong to a computer and to who looks after it, and a file from somebody else
must not change how a window looks or what it keeps. History is there only if the reader says so.
"""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from crmo_desktop import __version__
from crmo_desktop.domain.errors import (
    NotOwnThingsError,
    OwnThingsTooLargeError,
    OwnThingsTooNewError,
)
from crmo_desktop.domain.own_file import COLOURS, FORMAT, VERSION, ImportReport, NoOwnFileError, read_own_file
from crmo_desktop.domain.times import stamp
from crmo_desktop.services.chosen_file import text_of
from crmo_desktop.store.exchange import ExchangeRepository, Row
from crmo_desktop.store.own_things import OwnThingRepository

if TYPE_CHECKING:
    from crmo_desktop.export.own_page import OwnPageWords

LARGEST: Final = 50  # megabytes of a file that is read: more than a life of notes
_QUOTE: Final = ("exact", "prefix", "suffix")


class Exchange:
    """Gives out what the reader has made, and takes it in."""

    def __init__(
        self,
        exchange: ExchangeRepository,
        things: OwnThingRepository,
        *,
        now: Callable[[], datetime],
        edition: str,
    ) -> None:
        """Wrap the repositories.

        Args:
            exchange: all that there is.
            things: for reading.
            now: gives the time with its zone.
            edition: date of the edition that is read, as YYYY-MM-DD.
        """
        self._exchange, self._things = exchange, things
        self._now, self._edition = now, edition

    def export_json(self, path: Path, *, with_history: bool = False) -> None:
        """Write everything into one JSON file, whole or not at all.

        Raises:
            UserError: it cannot be written there.
        """
        from crmo_desktop.export.whole_file import write_text

        file: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "program": __version__,
            "edition": self._edition,
            "exported": stamp(self._now()),
        }
        for name, rows in self._exchange.rows(with_history=with_history).items():
            make = _MADE_BY.get(name, _filled)
            file[name] = [make(row) for row in rows]
        write_text(path, json.dumps(file, ensure_ascii=False, indent=2, default=_as_text) + "\n")

    def export_html(self, path: Path, words: "OwnPageWords | None" = None) -> None:
        """Write everything that can be read as one HTML file, whole or not at all; `words` of the window's.

        Raises:
            UserError: it cannot be written there.
        """
        from crmo_desktop.export.own_page import OwnPageWords, own_page
        from crmo_desktop.export.whole_file import write_text

        things, folders = self._things.all(), self._things.folders()
        today = self._now().astimezone().date()
        write_text(path, own_page(things, folders, words or OwnPageWords(), made_on=today))

    def import_json(self, path: Path) -> ImportReport:
        """Bring what stands in a file together with what is here; nothing is deleted.

        Of a thing that is in both, that which was changed later stays. The same file again changes nothing.

        Raises:
            FileNotReadError: there is no such file, or it may not be read.
            NotOwnThingsError: it is none of ours, or damaged.
            OwnThingsTooNewError: a later release wrote it.
            OwnThingsTooLargeError: it is larger than any that we write.
        """
        try:
            content = read_own_file(
                text_of(path, LARGEST, too_large=OwnThingsTooLargeError, not_ours=NotOwnThingsError)
            )
        except NoOwnFileError as error:
            if error.version is not None:
                raise OwnThingsTooNewError(path, found=error.version, supported=VERSION) from error
            raise NotOwnThingsError(path) from error
        return self._exchange.merge(content)


def _filled(row: Row) -> Row:
    """What there is of a row: what is empty is left away."""
    return {name: value for name, value in row.items() if value not in {None, ""}}


def _thing(row: Row) -> Row:
    thing = _filled({name: value for name, value in row.items() if name not in _QUOTE})
    if "colour" in thing:
        thing["colour"] = COLOURS.get(thing["colour"], thing["colour"])
    quote = _filled({name: row[name] for name in _QUOTE})
    return {**thing, "quote": quote} if quote else thing


def _with_body(row: Row) -> Row:
    return {**_filled(row), "body": _opened(row["body"])}


def _opened(body: str) -> Any:
    """The JSON in `body` as what it holds; as it is where that could not be written out again."""
    try:
        opened = json.loads(body)
        json.dumps(opened, ensure_ascii=False, indent=2, allow_nan=False).encode()
    except (ValueError, TypeError, RecursionError):
        return body
    return body if isinstance(opened, str) else opened


def _search(row: Row) -> str:
    return str(row["query"])


def _as_text(value: object) -> str:
    """Bytes that a damaged file has in place of a text."""
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


_MADE_BY: Final[dict[str, Callable[[Row], Any]]] = {
    "things": _thing,
    "handouts": _with_body,
    "sessions": _with_body,
    "rehearsals": _with_body,
    "polls": _with_body,
    "quiz_rounds": _with_body,
    "searches": _search,
}
