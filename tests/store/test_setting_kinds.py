"""Values of settings, as text and back."""

from collections.abc import Callable
from typing import Any

import pytest

from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.store import setting_kinds as kinds

PAIRS: list[tuple[Callable[[Any], str], Callable[[str], Any], Any, str]] = [
    (kinds.write_flag, kinds.read_flag, True, "true"),
    (kinds.write_flag, kinds.read_flag, False, "false"),
    (kinds.write_bytes, kinds.read_bytes, b"\x00\xff", "AP8="),
    (kinds.write_sizes, kinds.read_sizes, (288, 0), "288 0"),
    (kinds.write_sizes, kinds.read_sizes, (), ""),
    (kinds.write_keys, kinds.read_keys, (("find", ("F4",)),), '{"find": ["F4"]}'),
    (kinds.write_keys, kinds.read_keys, (), ""),
    (kinds.WholeNumber(1, 5).write, kinds.WholeNumber(1, 5).read, 5, "5"),
    (kinds.Choice(("a", "b")).check, kinds.Choice(("a", "b")).check, "b", "b"),
    (str, kinds.read_address, TopicAddress(TopicId("mri")), "crmo://topic/mri"),
    (kinds.check_language, kinds.check_language, "pt-BR", "pt-BR"),
    (kinds.check_line, kinds.check_line, "Clinic Ålesund", "Clinic Ålesund"),
    (kinds.check_line, kinds.check_line, "", ""),
]


@pytest.mark.parametrize(("write", "read", "value", "text"), PAIRS)
def test_a_value_is_text_and_back(
    write: Callable[[Any], str], read: Callable[[str], Any], value: Any, text: str
) -> None:
    assert write(value) == text
    assert read(text) == value
