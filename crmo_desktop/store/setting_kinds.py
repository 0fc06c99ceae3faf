"""Of what kind the values of settings are: how they are written and read, what there is to choose from."""

import base64
import binascii
import json
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from crmo_desktop.domain.errors import AddressError
from crmo_desktop.domain.identifiers import Address, parse_address
from crmo_desktop.domain.language import is_tag

T = TypeVar("T")
GivenKeys = tuple[tuple[str, tuple[str, ...]], ...]  # an action's name, and its keys as Qt writes them
LONGEST_LINE: Final = 120  # characters


class Kind(Generic[T]):
    """What a setting may be; the base of all kinds.

    Attributes:
        control: by what it is set: "choice", "number", "flag", "line"; "outside" where only the window knows
            what there is to choose from; "" for what the window sets by itself.
        options: what there is to choose from; () where that is no list.
        least, most, step: ends and steps of a number; 0 for everything else.
    """

    control: str = ""
    options: tuple[Any, ...] = ()
    least = most = step = 0

    def write(self, value: T) -> str:
        """`value` as text; ValueError if the setting cannot have it."""
        raise NotImplementedError

    def read(self, text: str) -> T:
        """`text` as a value; ValueError if it is none."""
        raise NotImplementedError


class Choice(Kind[str]):
    """One of a few words."""

    control = "choice"

    def __init__(self, *options: str) -> None:
        self.options = options

    def write(self, value: str) -> str:
        """`value`; ValueError if it is none of them."""
        if value not in self.options:
            raise ValueError(f"{value!r} is none of {', '.join(self.options)}")
        return value

    def read(self, text: str) -> str:
        """`text`; ValueError if it is none."""
        return self.write(text)


class OneOf(Kind[T]):
    """One of the values of an enumeration."""

    control = "choice"

    def __init__(self, values: Callable[[str], T], *options: T) -> None:
        """`values` makes a value of text; `options` are all of them."""
        self._values, self.options = values, options

    def write(self, value: T) -> str:
        """`value` as text."""
        return str(self._values(str(value)))

    def read(self, text: str) -> T:
        """`text` as a value; ValueError if it is none."""
        return self._values(text)


class WholeNumber(Kind[int]):
    """A whole number in a range, both ends of it included."""

    control = "number"

    def __init__(self, least: int, most: int, step: int = 1) -> None:
        self.least, self.most, self.step = least, most, step

    def write(self, value: int) -> str:
        """`value` as text; ValueError if it is outside."""
        if not self.least <= value <= self.most:
            raise ValueError(f"{value} is not between {self.least} and {self.most}")
        return str(value)

    def read(self, text: str) -> int:
        """`text` as a number; ValueError if it is none, or outside."""
        return int(self.write(int(text)))


class Flag(Kind[bool]):
    """Yes or no, as JSON writes them."""

    control = "flag"

    def write(self, value: bool) -> str:
        """`value` as text."""
        return "true" if value else "false"

    def read(self, text: str) -> bool:
        """`text` as a value; ValueError if it is neither."""
        if text not in ("true", "false"):
            raise ValueError(f"{text!r} is neither true nor false")
        return text == "true"


class Line(Kind[str]):
    """A line of text, which may be empty."""

    control = "line"

    def write(self, value: str) -> str:
        """`value`; ValueError if it is too long, has blanks round it, or what cannot be printed."""
        if len(value) > LONGEST_LINE or not value.isprintable() or value != value.strip():
            raise ValueError(f"{value!r} is no line of up to {LONGEST_LINE} characters")
        return value

    def read(self, text: str) -> str:
        """`text`; ValueError if it is none."""
        return self.write(text)


class Name(Kind[str]):
    """By what something outside the program is called."""

    control = "outside"

    def write(self, value: str) -> str:
        """`value`."""
        return value

    def read(self, text: str) -> str:
        """`text`; ValueError if it is none."""
        return self.write(text)


class Language(Kind[str]):
    """The tag of a language, or "system"."""

    control = "outside"

    def write(self, value: str) -> str:
        """`value`; ValueError if it is no tag."""
        if not is_tag(value):
            raise ValueError(f"{value!r} is no language's tag")
        return value

    def read(self, text: str) -> str:
        """`text`; ValueError if it is none."""
        return self.write(text)


class Bytes(Kind[bytes]):
    """Bytes, in base64."""

    def write(self, value: bytes) -> str:
        """`value` as text."""
        return base64.b64encode(value).decode("ascii")

    def read(self, text: str) -> bytes:
        """What `text` says; ValueError if it is not base64."""
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise ValueError(f"not base64: {error}") from error


class Sizes(Kind[tuple[int, ...]]):
    """Sizes with blanks between."""

    def write(self, value: tuple[int, ...]) -> str:
        """`value` as text; ValueError if a size is negative."""
        if any(size < 0 for size in value):
            raise ValueError(f"a size is negative: {value}")
        return " ".join(str(size) for size in value)

    def read(self, text: str) -> tuple[int, ...]:
        """`text` as sizes; ValueError if one is none."""
        sizes = tuple(int(size) for size in text.split())
        self.write(sizes)
        return sizes


class KeysByAction(Kind[GivenKeys]):
    """Keys by action, as JSON; "" for none. They have a dialog of their own."""

    control = "outside"

    def write(self, value: GivenKeys) -> str:
        """`value` as text."""
        return json.dumps({name: list(keys) for name, keys in value}) if value else ""

    def read(self, text: str) -> GivenKeys:
        """`text` as keys; ValueError if it says none."""
        if not text:
            return ()
        given = json.loads(text)
        lists = given.values() if isinstance(given, dict) else [None]
        if not all(isinstance(keys, list) and all(isinstance(key, str) for key in keys) for keys in lists):
            raise ValueError(f"no lists of keys by name: {text}")
        return tuple((name, tuple(keys)) for name, keys in given.items())


class AddressOf(Kind[Address]):
    """An address of the program."""

    def write(self, value: Address) -> str:
        """`value` as text."""
        return str(value)

    def read(self, text: str) -> Address:
        """`text` as an address; ValueError if it is none."""
        try:
            return parse_address(text)
        except AddressError as error:
            raise ValueError(str(error)) from error
