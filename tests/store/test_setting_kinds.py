"""Values of settings, as text and back."""

from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.store import setting_kinds as kinds
from crmo_desktop.store.setting_kinds import Kind

PAIRS: list[tuple[Kind[Any], Any, str]] = [
    (kinds.Choice("a", "b"), "b", "b"),
    (kinds.OneOf(Audience, *Audience), Audience.CLINICIAN, "clinician"),
    (kinds.WholeNumber(1, 5), 1, "1"),
    (kinds.WholeNumber(1, 5), 5, "5"),
    (kinds.Flag(), True, "true"),
    (kinds.Flag(), False, "false"),
    (kinds.Line(), "Clinic Ålesund", "Clinic Ålesund"),
    (kinds.Line(), "", ""),
    (kinds.Name(), "English (Great Britain)", "English (Great Britain)"),
    (kinds.Language(), "pt-BR", "pt-BR"),
    (kinds.Language(), "system", "system"),
    (kinds.Bytes(), b"\x00\xff", "AP8="),
    (kinds.Sizes(), (288, 0), "288 0"),
    (kinds.Sizes(), (), ""),
    (kinds.KeysByAction(), (("find", ("F4",)),), '{"find": ["F4"]}'),
    (kinds.KeysByAction(), (), ""),
    (kinds.AddressOf(), TopicAddress(TopicId("mri")), "crmo://topic/mri"),
]
NOT_WRITTEN: list[tuple[Kind[Any], Any]] = [
    (kinds.Choice("a", "b"), "c"),
    (kinds.OneOf(Audience, *Audience), "nurse"),
    (kinds.WholeNumber(1, 5), 0),
    (kinds.WholeNumber(1, 5), 6),
    (kinds.Line(), "two\nlines"),
    (kinds.Line(), " blanks round it "),
    (kinds.Line(), "x" * 121),
    (kinds.Language(), "a language"),
    (kinds.Sizes(), (1, -2)),
]
NOT_READ: list[tuple[Kind[Any], str]] = [
    (kinds.Choice("a", "b"), "c"),
    (kinds.OneOf(Audience, *Audience), "nurse"),
    (kinds.WholeNumber(1, 5), "many"),
    (kinds.WholeNumber(1, 5), "6"),
    (kinds.Flag(), "maybe"),
    (kinds.Line(), "two\nlines"),
    (kinds.Language(), "a language"),
    (kinds.Bytes(), "§"),
    (kinds.Sizes(), "wide"),
    (kinds.KeysByAction(), "[]"),
    (kinds.AddressOf(), "https://example.org"),
]


@pytest.mark.parametrize(("kind", "value", "text"), PAIRS)
def test_a_value_is_text_and_back(kind: Kind[Any], value: Any, text: str) -> None:
    assert kind.write(value) == text
    assert kind.read(text) == value


@pytest.mark.parametrize(("kind", "value"), NOT_WRITTEN)
def test_what_it_cannot_be_is_not_written(kind: Kind[Any], value: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        kind.write(value)


@pytest.mark.parametrize(("kind", "text"), NOT_READ)
def test_what_is_no_value_is_not_read(kind: Kind[Any], text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        kind.read(text)


def test_a_kind_of_no_kind_has_no_values() -> None:
    with pytest.raises(NotImplementedError):
        Kind[str]().write("a")
    with pytest.raises(NotImplementedError):
        Kind[str]().read("a")


@pytest.mark.parametrize("kind", [kind for kind, *_ in PAIRS if kind.options], ids=lambda kind: kind.options)
def test_all_there_is_to_choose_from_can_be_chosen(kind: Kind[Any]) -> None:
    assert [kind.read(kind.write(option)) for option in kind.options] == list(kind.options)
