"""Errors for readers: a sentence and a hint, in words that can be translated."""

from pathlib import Path

import pytest

from crmo_desktop.domain.errors import (
    AddressError,
    FileNotReadError,
    NotesFileError,
    NotForgottenError,
    NotOwnThingsError,
    NoVoiceError,
    OwnThingsTooLargeError,
    OwnThingsTooNewError,
    PackDamagedError,
    PackError,
    PackFolderError,
    PackMissingError,
    PackTooNewError,
    PolicyError,
    UnknownPictureError,
    UnknownTopicError,
    UserError,
    VoiceError,
    VoiceSilentError,
)

PACK = Path("/media/stick/content.crmo")
ERRORS = [
    UserError("The file “{name}” is full.", hint="Empty “{name}”.", name="a{b}"),
    AddressError("No Such!"),
    UnknownTopicError("mir"),
    UnknownTopicError("mir", nearest="mri"),
    UnknownPictureError("map{1}"),
    PackMissingError(PACK, reason="there is no such file"),
    PackDamagedError(PACK, reason="it is {cut} short"),
    PackTooNewError(PACK, found=7, supported=3),
    NotesFileError("Your notes {braces} are of a newer version.", hint="Update {it}."),
    NoVoiceError("linux"),
    VoiceError("it {broke}."),
    VoiceSilentError(),
    FileNotReadError(Path("/media/stick/{things}.json")),
    NotOwnThingsError(PACK),
    OwnThingsTooNewError(PACK, found=7, supported=1),
    OwnThingsTooLargeError(PACK, megabytes=50),
    NotForgottenError(),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_words_can_be_translated_without_the_values_in_them(error: UserError) -> None:
    for words, template in ((error.message, error.template), (error.hint, error.hint_template)):
        assert words == (template.format_map(error.values) if error.values else template)
        assert words.strip()
    assert str(error) == error.message


def test_values_are_put_in_as_they_stand() -> None:
    error = UserError("“{name}” has {count} faults.", hint="Mend “{name}”.", name="a {b} %s", count=2)

    assert (error.message, error.hint) == ("“a {b} %s” has 2 faults.", "Mend “a {b} %s”.")
    assert error.values == {"name": "a {b} %s", "count": "2"}


def test_words_without_values_may_have_braces() -> None:
    error = NotesFileError("“{a}” is no file.", hint="Look at {b}.")

    assert (error.message, error.hint) == ("“{a}” is no file.", "Look at {b}.")


def test_a_word_that_has_no_value_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError, match="topic"):
        UserError("There is no “{topic}”.", hint="Look again.", name="mri")


@pytest.mark.parametrize(("length", "shown"), [(80, "a" * 80), (81, "a" * 80 + "…")])
def test_a_long_address_is_cut_in_the_words_only(length: int, shown: str) -> None:
    error = AddressError("a" * length)

    assert error.message == f"“{shown}” is not an address of this reference."
    assert error.text == "a" * length


def test_an_unknown_topic_offers_the_nearest() -> None:
    near, far = UnknownTopicError("mir", nearest="mri"), UnknownTopicError("zzz")

    assert (near.topic, near.nearest, near.hint) == ("mir", "mri", "Did you mean “mri”?")
    assert (far.topic, far.nearest, far.hint) == ("zzz", None, "“crmo-desktop topics” lists them all.")
    assert near.message == "There is no topic “mir” in this edition."


def test_an_unknown_picture_is_named() -> None:
    error = UnknownPictureError("map")

    assert (error.picture, error.message) == ("map", "There is no picture “map” in this edition.")


@pytest.mark.parametrize("error", [error for error in ERRORS if isinstance(error, PackError)], ids=repr)
def test_a_pack_is_called_by_its_name_and_known_by_its_path(error: PackError) -> None:
    assert error.pack == PACK
    assert "“content.crmo”" in error.message
    assert "stick" not in error.message


def test_why_a_pack_cannot_be_used() -> None:
    missing, damaged = (
        PackMissingError(PACK, reason="it is a folder"),
        PackDamagedError(PACK, reason="it {x}"),
    )

    assert missing.message == "The content file “content.crmo” cannot be read: it is a folder."
    assert damaged.message == "The content file “content.crmo” is damaged: it {x}."


def test_a_pack_that_is_too_new_says_how_much() -> None:
    error = PackTooNewError(PACK, found=7, supported=3)

    assert (error.found, error.supported) == (7, 3)
    assert error.hint == "Update the program. It reads format 3; this is format 7."


def test_a_wrong_policy_names_place_and_key() -> None:
    error = PolicyError("policy.json", "“{key}” in {place} is {value}.", hint="Mend it.", key="a", value=1)

    assert error.message == "“a” in policy.json is 1."
    assert (error.place, error.key) == ("policy.json", "a")


def test_a_folder_of_editions_that_is_of_no_use_is_named() -> None:
    error = PackFolderError(Path("share"), "“{folder}” is empty.", hint="Fill it.")

    assert error.message == "“share” is empty."
    assert error.folder == Path("share")


@pytest.mark.parametrize(
    ("system", "words"),
    [
        ("linux", "espeak-ng"),
        ("win32", "Settings: Time"),
        ("darwin", "System Settings"),
        ("freebsd14", "espeak-ng"),
    ],
)
def test_how_to_get_a_voice_is_told_for_the_system(system: str, words: str) -> None:
    assert words in NoVoiceError(system).hint


def test_the_reason_of_a_voice_ends_the_sentence_once() -> None:
    assert VoiceError("No such voice. ").message == "The voice has stopped: No such voice."
