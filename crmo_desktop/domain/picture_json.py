"""Pictures as JSON, as a pack keeps them: written from the values and read back into them, field by field."""

import dataclasses
import types
from functools import cache
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from crmo_desktop.domain.picture import Drawing, Picture

_KINDS: Final = {kind.__name__: kind for kind in get_args(Drawing)}

Value = TypeVar("Value")


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of the fields of a class; asking Python takes as long as reading a picture."""
    return get_type_hints(kind)


def picture_record(picture: Picture) -> dict[str, Any]:
    """What JSON keeps of `picture`; defaults are left out."""
    record: dict[str, Any] = _record(picture)
    record["kind"] = type(picture.drawing).__name__
    return record


def read_picture(record: dict[str, Any]) -> Picture:
    """The picture that `record` tells.

    Raises:
        ValueError: it is none that this program knows.
    """
    kind = _KINDS.get(str(record.get("kind")))
    if kind is None:
        raise ValueError(f"there is no picture of the kind “{record.get('kind')}”")
    fields = {name: value for name, value in record.items() if name != "kind"}
    try:
        drawing = _read(kind, fields.pop("drawing"))
        hints = _hints(Picture)
        return Picture(drawing=drawing, **{name: _read(hints[name], value) for name, value in fields.items()})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"the picture “{record.get('id')}” cannot be read: {error}") from error


def _record(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {
            field.name: _record(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.default is dataclasses.MISSING or getattr(value, field.name) != field.default
        }
    return [_record(item) for item in value] if isinstance(value, tuple) else value


def _read(hint: Any, value: Any) -> Any:
    hint = getattr(hint, "__supertype__", hint)  # a NewType is what it is made from
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        if value is None:
            return None
        return _read(next(part for part in get_args(hint) if part is not types.NoneType), value)
    if origin is tuple:
        parts = get_args(hint)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_read(parts[0], item) for item in value)
        return tuple(_read(part, item) for part, item in zip(parts, value, strict=True))
    if dataclasses.is_dataclass(hint):
        hints = _hints(cast("type", hint))
        fields = {name: _read(hints[name], item) for name, item in value.items()}
        return hint(**fields)  # type: ignore[operator]  # a class, as is_dataclass said of it
    if hint is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, hint):
        raise TypeError(f"{value!r} is no {hint.__name__}")
    return value
