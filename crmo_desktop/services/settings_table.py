"""The reader's settings as their dialog shows them: by key, with what there is to choose from."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from crmo_desktop.store.settings import SETTINGS, Setting, Settings

_BY_KEY: Final[Mapping[str, Setting[Any]]] = {setting.key: setting for setting in SETTINGS}


class ShownSetting(NamedTuple):
    """A setting now.

    Attributes:
        key: its name.
        group: the page of the dialog that it stands on.
        control: by what it is set: "choice", "number", "flag", "line", or "outside" where only the window
            knows what there is to choose from.
        options: what there is to choose from, if that is known here.
        least, most, step: ends and steps of a number.
        default: what it is while the reader has not set it.
        current: what it is.
        is_locked: the reader cannot change it.
    """

    key: str
    group: str
    control: str
    options: tuple[Any, ...]
    least: int
    most: int
    step: int
    default: Any
    current: Any
    is_locked: bool


class SettingsTable:
    """All settings that have a place in the dialog; every change is kept at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def shown(self) -> tuple[ShownSetting, ...]:
        """Every one, page by page, in the order in which they stand there."""
        return tuple(self._shown(setting) for setting in SETTINGS if setting.group)

    def get(self, key: str) -> ShownSetting:
        """The setting called `key`.

        Raises:
            KeyError: there is none.
        """
        return self._shown(_BY_KEY[key])

    def set(self, key: str, value: object) -> None:
        """Keep `value`, unless the setting is locked.

        Raises:
            KeyError: there is no such setting.
            ValueError: it cannot have this value.
        """
        self._settings.set(_BY_KEY[key], value)

    def reset(self, *keys: str) -> dict[str, str]:
        """Give those of `keys` that are not locked their defaults again; returns what `put_back` takes.

        Raises:
            KeyError: there is no such setting.
        """
        free = (_BY_KEY[key] for key in keys if not self._settings.is_locked(_BY_KEY[key]))
        return self._settings.reset(*free)

    def put_back(self, kept: Mapping[str, str]) -> None:
        """Have everything again as it was before a reset."""
        self._settings.put_back(kept)

    def _shown(self, setting: Setting[Any]) -> ShownSetting:
        kind = setting.kind
        return ShownSetting(
            key=setting.key,
            group=setting.group,
            control=kind.control,
            options=kind.options,
            least=kind.least,
            most=kind.most,
            step=kind.step,
            default=self._settings.default(setting),
            current=self._settings.get(setting),
            is_locked=self._settings.is_locked(setting),
        )
