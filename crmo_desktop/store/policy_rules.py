"""What a policy may say, and which of several decides."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from crmo_desktop.domain.errors import PolicyError
from crmo_desktop.domain.policy import LOCKABLE, FoundPolicy, Policy
from crmo_desktop.store import settings
from crmo_desktop.store.policy import NOTHING_HOLDS, REFUSED, RawPolicy

_LEAST_MINUTES: Final = 1
_MOST_MINUTES: Final = 240
_LONGEST_SHOWN: Final = 60  # characters of a wrong value
_REST_HOLDS: Final = "The rest of the policy is in force."


class Rule(NamedTuple):
    """What a key may be.

    Attributes:
        allowed: in words, to be read after "It may be".
        read: a value as JSON has it, or the registry, as the program has it; ValueError if it is none.
    """

    allowed: str
    read: Callable[[Any], Any]


def _one_of(allowed: Iterable[str], read: Callable[[str], Any] = str) -> Callable[[Any], Any]:
    options = tuple(allowed)

    def check(value: Any) -> Any:
        if not isinstance(value, str) or value not in options:
            raise ValueError(value)
        return read(value)

    return check


def _text_of(read: Callable[[str], Any]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if not isinstance(value, str):
            raise ValueError(value)  # noqa: TRY004  # a wrong type is a wrong value to whoever wrote it
        return read(value)

    return check


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004  # a wrong type is a wrong value to whoever wrote it
    return value


def _minutes(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(value)  # noqa: TRY004  # as above
    if not _LEAST_MINUTES <= value <= _MOST_MINUTES:
        raise ValueError(value)
    return value


def _folder(value: Any) -> Path:
    if not isinstance(value, str) or "\0" in value or not Path(value).is_absolute():
        raise ValueError(value)
    return Path(value)


def _locked(value: Any) -> frozenset[str]:
    if isinstance(value, bool):
        return frozenset(LOCKABLE if value else ())
    if not isinstance(value, list) or any(name not in LOCKABLE for name in value):
        raise ValueError(value)
    return frozenset(value)


_AUDIENCES: Final = ("patient", "clinician")
_THEMES: Final = ("system", "light", "dark", "sepia", "hc_black", "hc_white")
RULES: Final = {
    "audience": Rule("patient or clinician", _one_of(_AUDIENCES, settings.AUDIENCE.read)),
    "theme": Rule("system, light, dark, sepia, hc_black or hc_white", _one_of(_THEMES, settings.THEME.read)),
    "language": Rule("system, or a language’s code such as en", _text_of(settings.LANGUAGE.read)),
    "shared_computer": Rule("true or false; in the registry 1 or 0", _flag),
    "idle_minutes": Rule(f"a whole number from {_LEAST_MINUTES} to {_MOST_MINUTES}", _minutes),
    "pack_folder": Rule("the whole path of a folder, from its drive or root on", _folder),
    "locked": Rule(f"true, false, or a list of any of {', '.join(LOCKABLE)}", _locked),
}
_FLAGS_OF_THE_REGISTRY: Final = {"shared_computer", "locked"}  # it has numbers, no true and no false


class _Understood(NamedTuple):
    place: str
    values: dict[str, Any]
    keys: tuple[str, ...] | None  # all that there are; None where there is no policy


def understand(raw: Sequence[RawPolicy]) -> FoundPolicy:
    """What `raw` says together: for each key the first that has a right value decides."""
    troubles: list[PolicyError] = []
    understood = [_understand(one, troubles) for one in raw]
    chosen: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for key in RULES:
        for one in understood:
            if key in one.values:
                chosen[key], origins[key] = one.values[key], one.place
                break
    policy = Policy(**chosen)
    if "idle_minutes" in origins and not policy.shared_computer:
        troubles.append(
            PolicyError(
                origins["idle_minutes"],
                "The policy “{place}” sets “{key}”, which has no effect without “shared_computer”.",
                hint="Set “shared_computer” to true, or take “{key}” out.",
                key="idle_minutes",
            )
        )
    looked = tuple((one.place, one.keys) for one in understood)
    return FoundPolicy(policy, looked, origins, tuple(troubles))


def _understand(raw: RawPolicy, troubles: list[PolicyError]) -> _Understood:
    """The right values of one policy; what is wrong goes to `troubles`."""
    if not raw.is_there:
        return _Understood(raw.place, {}, None)
    try:
        pairs = _pairs(raw)
    except PolicyError as error:
        troubles.append(error)
        return _Understood(raw.place, {}, ())
    values: dict[str, Any] = {}
    for key, value in pairs:
        try:
            values[key] = _read(raw, key, value, values)
        except PolicyError as error:
            troubles.append(error)
    return _Understood(raw.place, values, tuple(key for key, _ in pairs))


def _pairs(raw: RawPolicy) -> list[tuple[str, Any]]:
    """Keys and values as they stand in a policy.

    Raises:
        PolicyError: it is none.
    """
    if raw.trouble is not None:
        raise raw.trouble
    if raw.text is None:
        return [(key, _as_flag(key, value)) for key, value in (raw.values or {}).items()]
    if not raw.text.strip():
        raise _unreadable(raw.place, "it is empty")
    try:
        read = json.loads(raw.text, object_pairs_hook=_Object)
    except json.JSONDecodeError as error:
        reason = f"it is not JSON at line {error.lineno}, column {error.colno}"
        raise _unreadable(raw.place, reason) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable(raw.place, "it is not JSON") from error
    if not isinstance(read, _Object):
        raise _unreadable(raw.place, "it has to be keys and values between { and }")
    return read.pairs


class _Object:
    """A JSON object as it is written, with keys that stand there twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        self.pairs = pairs


def _as_json(value: Any) -> str:
    """`value` as it was written; what only the registry has as Python writes it."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    return dict(value.pairs) if isinstance(value, _Object) else repr(value)


def _as_flag(key: str, value: Any) -> Any:
    """A number of the registry that means yes or no."""
    return bool(value) if key in _FLAGS_OF_THE_REGISTRY and value in (0, 1) else value


def _read(raw: RawPolicy, key: str, value: Any, values: dict[str, Any]) -> Any:
    """The value of `key`.

    Raises:
        PolicyError: there is no such key, it is there already, or it cannot have this value.
    """
    rule = RULES.get(key)
    if rule is None:
        raise PolicyError(
            raw.place,
            "The policy “{place}” has a key that there is not: “{key}”.",
            hint="There are {known}. " + _REST_HOLDS,
            key=_shortened(key),
            known=", ".join(RULES),
        )
    if key in values:
        raise PolicyError(
            raw.place,
            "The policy “{place}” has “{key}” more than once.",
            hint="The first one counts. Take the others out.",
            key=key,
        )
    try:
        return rule.read(value)
    except ValueError:
        raise PolicyError(
            raw.place,
            "The policy “{place}” sets “{key}” to {value}.",
            hint="It may be {allowed}. " + _REST_HOLDS,
            key=key,
            value=_shortened(_as_json(value)),
            allowed=rule.allowed,
        ) from None


def _unreadable(place: str, reason: str) -> PolicyError:
    return PolicyError(place, REFUSED, hint=NOTHING_HOLDS, reason=reason)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
