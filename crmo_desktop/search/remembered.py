"""What has been read from a pack and is wanted again at the next key press."""

from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """Values by key: those not known yet are read together; when they become too many all are forgotten."""

    def __init__(self, read: Callable[[list[K]], Mapping[K, V]]) -> None:
        """`read` gives a value for each of the keys it is called with."""
        self._read = read
        self._known: dict[K, V] = {}

    def of(self, keys: Collection[K], *, most: int) -> dict[K, V]:
        """The value of each of `keys`, in their order; `most` are remembered, or these if they are more."""
        missing = [key for key in keys if key not in self._known]
        if missing:
            if len(self._known) + len(missing) > most:
                self._known.clear()
                missing = list(keys)
            self._known.update(self._read(missing))
        return {key: self._known[key] for key in keys}
