"""Of what kind the values of settings are: how they are written to the file, and read."""

import base64
import binascii
import json
from typing import Final, NamedTuple

from crmo_desktop.domain.errors import AddressError
from crmo_desktop.domain.identifiers import Address, parse_address
from crmo_desktop.domain.language import is_tag

GivenKeys = tuple[tuple[str, tuple[str, ...]], ...]  # an action's name, and its keys as Qt writes them
_LONGEST_LINE: Final = 120  # characters


class Choice(NamedTuple):
    """One of a few words."""

    options: tuple[str, ...]

    def check(self, text: str) -> str:
        """`text`; ValueError if it is none of them."""
        if text not in self.options:
            raise ValueError(f"{text!r} is none of {', '.join(self.options)}")
        return text


class WholeNumber(NamedTuple):
    """A whole number in a range, both ends of it included."""

    least: int
    most: int

    def write(self, value: int) -> str:
        """`value` as text; ValueError if it is outside."""
        if not self.least <= value <= self.most:
            raise ValueError(f"{value} is not between {self.least} and {self.most}")
        return str(value)

    def read(self, text: str) -> int:
        """`text` as a number; ValueError if it is none, or outside."""
        return int(self.write(int(text)))


def write_flag(value: bool) -> str:
    """Yes or no, as JSON writes it."""
    return "true" if value else "false"


def read_flag(text: str) -> bool:
    """Yes or no; ValueError if it is neither."""
    return Choice(("true", "false")).check(text) == "true"


def write_bytes(value: bytes) -> str:
    """`value` in base64."""
    return base64.b64encode(value).decode("ascii")


def read_bytes(text: str) -> bytes:
    """What base64 says; ValueError if it is none."""
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(f"not base64: {error}") from error


def write_sizes(value: tuple[int, ...]) -> str:
    """Sizes with blanks between; ValueError if one is negative."""
    if any(size < 0 for size in value):
        raise ValueError(f"a size is negative: {value}")
    return " ".join(str(size) for size in value)


def read_sizes(text: str) -> tuple[int, ...]:
    """Sizes that have blanks between; ValueError if one is none."""
    sizes = tuple(int(size) for size in text.split())
    write_sizes(sizes)
    return sizes


def write_keys(value: GivenKeys) -> str:
    """Keys by action, as JSON; "" for none."""
    return json.dumps({name: list(keys) for name, keys in value}) if value else ""


def read_keys(text: str) -> GivenKeys:
    """Keys by action; ValueError if `text` does not say any."""
    if not text:
        return ()
    given = json.loads(text)
    lists = given.values() if isinstance(given, dict) else [None]
    if not all(isinstance(keys, list) and all(isinstance(key, str) for key in keys) for keys in lists):
        raise ValueError(f"no lists of keys by name: {text}")
    return tuple((name, tuple(keys)) for name, keys in given.items())


def read_address(text: str) -> Address:
    """An address of the program; ValueError if it is none."""
    try:
        return parse_address(text)
    except AddressError as error:
        raise ValueError(str(error)) from error


def check_language(text: str) -> str:
    """`text`; ValueError if it is no tag of a language, and not "system"."""
    if not is_tag(text):
        raise ValueError(f"{text!r} is no language's tag")
    return text


def check_line(text: str) -> str:
    """`text`; ValueError if it is longer than a line, has blanks round it, or what cannot be printed."""
    if len(text) > _LONGEST_LINE or not (text.isprintable() and text == text.strip()):
        raise ValueError(f"{text!r} is no line of up to {_LONGEST_LINE} characters")
    return text
