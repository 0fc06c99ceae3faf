"""Errors for readers: a sentence and a hint, in words that can be translated."""

from pathlib import Path

import pytest

from crmo_desktop.domain.errors import (
    AddressError,
    NotesFileError,
    PackDamagedError,
    PackMissingError,
    PackTooNewError,
    UnknownTopicError,
    UserError,
)

PACK = Path("somewhere") / "spring {1}.crmo"


def test_words_and_values_are_kept_apart() -> None:
    error = UserError("There is no “{what}”.", hint="Try {number}.", what="{x}", number=7)

    assert (error.message, error.hint) == ("There is no “{x}”.", "Try 7.")
    assert (error.template, error.hint_template) == ("There is no “{what}”.", "Try {number}.")
    assert error.values == {"what": "{x}", "number": "7"}
    assert str(error) == error.message


def test_words_without_values_are_left_as_they_are() -> None:
    error = NotesFileError("Braces {stay}.", hint="{So} do these.")

    assert (error.message, error.hint, error.values) == ("Braces {stay}.", "{So} do these.", {})


def test_an_address_is_quoted_and_cut_when_it_is_long() -> None:
    short, long = AddressError("a b"), AddressError("x" * 81)

    assert short.message == "“a b” is not an address of this reference."
    assert long.message == f"“{'x' * 80}…” is not an address of this reference."
    assert AddressError("x" * 80).message == f"“{'x' * 80}” is not an address of this reference."
    assert long.text == "x" * 81


@pytest.mark.parametrize(
    ("nearest", "hint"), [("scan", "Did you mean “scan”?"), (None, "“crmo-desktop topics” lists them all.")]
)
def test_an_unknown_topic_has_the_nearest_or_the_list(nearest: str | None, hint: str) -> None:
    error = UnknownTopicError("scam", nearest=nearest)

    assert (error.message, error.hint) == ("There is no topic “scam” in this edition.", hint)
    assert (error.topic, error.nearest) == ("scam", nearest)


def test_packs_are_named_by_their_file() -> None:
    missing = PackMissingError(PACK, reason="there is no such file")
    damaged = PackDamagedError(PACK, reason="it is empty")
    newer = PackTooNewError(PACK, found=9, supported=1)

    assert missing.message == "The content file “spring {1}.crmo” cannot be read: there is no such file."
    assert damaged.message == "The content file “spring {1}.crmo” is damaged: it is empty."
    assert newer.message == "The content file “spring {1}.crmo” was made for a newer version of CRMO Desktop."
    assert newer.hint == "Update the program. It reads format 1; this is format 9."
    assert (newer.found, newer.supported) == (9, 1)
    assert [error.pack for error in (missing, damaged, newer)] == [PACK] * 3
