"""An administrator's policy: files and the registry, looked at once, when the program starts.

Most computers have none. Then a start looks whether two files are there, and loads nothing that reads them.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from crmo_desktop.domain.errors import PolicyError
from crmo_desktop.domain.policy import FoundPolicy

LONGEST: Final = 65_536  # bytes; a policy has a few lines
REGISTRY_KEY: Final = r"SOFTWARE\Policies\CRMO Desktop"
REFUSED: Final = "The policy “{place}” cannot be read: {reason}."
NOTHING_HOLDS: Final = "Nothing in it is in force. Tell whoever looks after this computer."


class RawPolicy:
    """A policy as it was found, not understood yet.

    Attributes:
        place: the file or the key, for people.
        text: what the file says; None where it is no file.
        values: what the registry says, by lower-case key.
        trouble: why neither could be had.
        is_there: there is one in this place.
    """

    def __init__(
        self,
        place: str,
        *,
        text: bytes | None = None,
        values: dict[str, Any] | None = None,
        trouble: PolicyError | None = None,
    ) -> None:
        self.place, self.text, self.values, self.trouble = place, text, values, trouble
        self.is_there = text is not None or values is not None or trouble is not None


if TYPE_CHECKING:
    from typing import Protocol

    class Registry(Protocol):
        """What is used of `winreg`."""

        HKEY_LOCAL_MACHINE: Any
        HKEY_CURRENT_USER: Any
        REG_EXPAND_SZ: Any

        def OpenKey(self, key: Any, sub_key: str, /) -> Any:
            """A key, which is closed like a file."""

        def EnumValue(self, key: Any, index: int, /) -> tuple[str, Any, int]:
            """Name, value and kind of a value."""

        def ExpandEnvironmentStrings(self, text: str, /) -> str:
            """`text` with the values of what stands between per cent signs."""


def find_policy(files: Sequence[Path], registry: "Registry | None" = None) -> FoundPolicy:
    """The policy that holds here.

    Args:
        files: where one may lie, the one that decides first.
        registry: Windows', which decides before every file; None takes the one of the system, if it has one.
    """
    raw = [*_from_registry(registry or _registry()), *(_from_file(path) for path in files)]
    if not any(one.is_there for one in raw):
        return FoundPolicy(looked=tuple((one.place, None) for one in raw))
    from crmo_desktop.store.policy_rules import understand

    return understand(raw)


def _from_file(path: Path) -> RawPolicy:
    place = str(path)
    try:
        with path.open("rb") as file:
            text = file.read(LONGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return RawPolicy(place)
    except OSError as error:
        return RawPolicy(place, trouble=_refused(place, error))
    if len(text) > LONGEST:
        too_long = PolicyError(place, REFUSED, hint=NOTHING_HOLDS, reason="it is too long to be a policy")
        return RawPolicy(place, trouble=too_long)
    return RawPolicy(place, text=text)


def _from_registry(registry: "Registry | None") -> list[RawPolicy]:
    if registry is None:
        return []
    hives = (("HKLM", registry.HKEY_LOCAL_MACHINE), ("HKCU", registry.HKEY_CURRENT_USER))
    return [_from_hive(registry, hive, rf"{name}\{REGISTRY_KEY}") for name, hive in hives]


def _from_hive(registry: "Registry", hive: Any, place: str) -> RawPolicy:
    try:
        with registry.OpenKey(hive, REGISTRY_KEY) as key:
            return RawPolicy(place, values=_values(registry, key))
    except FileNotFoundError:
        return RawPolicy(place)
    except OSError as error:
        return RawPolicy(place, trouble=_refused(place, error))


def _values(registry: "Registry", key: Any) -> dict[str, Any]:
    """What stands under a key; the value without a name is nobody's."""
    values: dict[str, Any] = {}
    index = 0
    with suppress(OSError):  # there is no further value
        while True:
            name, value, kind = registry.EnumValue(key, index)
            is_text_to_expand = kind == registry.REG_EXPAND_SZ
            values[name.lower()] = registry.ExpandEnvironmentStrings(value) if is_text_to_expand else value
            index += 1
    values.pop("", None)
    return values


def _registry() -> "Registry | None":
    if sys.platform == "win32":  # pragma: no cover  # runs on Windows only
        import winreg

        return winreg
    return None


def _refused(place: str, error: OSError) -> PolicyError:
    return PolicyError(place, REFUSED, hint=NOTHING_HOLDS, reason=error.strerror or "the system refuses")
