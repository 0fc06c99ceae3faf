"""Keys that a reader gave, kept nowhere."""

from crmo_desktop.gui.key_map import Given


class KeptKeys:
    """Stands in for the preferences."""

    def __init__(self, keys: Given = (), *, is_broken: bool = False) -> None:
        self.keys = keys
        self.is_broken = is_broken

    def keys_cannot_be_read(self) -> bool:
        return self.is_broken
