"""Errors that a reader can do something about. Anything else is a bug."""

from pathlib import Path


class UserError(Exception):
    """Something outside the program went wrong and the reader can do something about it.

    Attributes:
        message: what happened, one sentence, shown as it is.
        hint: what to do next, one sentence, shown below it.
    """

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class AddressError(UserError):
    """What was written is no address of this reference."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” is not an address of this reference.",
            hint="An address looks like crmo://topic/what-is-crmo or what-is-crmo#in-short.",
        )
        self.text = text


class UnknownTopicError(UserError):
    """The edition at hand has no topic of that id."""

    def __init__(self, topic: str, *, nearest: str | None = None) -> None:
        hint = f"Did you mean “{nearest}”? " if nearest else ""
        super().__init__(
            f"There is no topic “{topic}” in this edition.",
            hint=f"{hint}“crmo-desktop topics” lists them all.",
        )
        self.topic = topic
        self.nearest = nearest


class PackError(UserError):
    """A content pack that cannot be used.

    Attributes:
        pack: the file that was tried.
    """

    def __init__(self, pack: Path, message: str, *, hint: str) -> None:
        super().__init__(message, hint=hint)
        self.pack = pack


class PackMissingError(PackError):
    """There is no such file, or it may not be read."""

    def __init__(self, pack: Path, *, reason: str) -> None:
        super().__init__(
            pack,
            f"The content file “{pack.name}” cannot be read: {reason}.",
            hint="Check the path and that you may read the file.",
        )


class PackDamagedError(PackError):
    """The file is not a pack, or has changed since it was made."""

    def __init__(self, pack: Path, *, reason: str) -> None:
        super().__init__(
            pack,
            f"The content file “{pack.name}” is damaged: {reason}.",
            hint="Do not rely on this copy. Copy the file again from where it came from.",
        )


class PackTooNewError(PackError):
    """The pack was made for a later release than this one."""

    def __init__(self, pack: Path, *, found: int, supported: int) -> None:
        super().__init__(
            pack,
            f"The content file “{pack.name}” was made for a newer version of CRMO Desktop.",
            hint=f"Update the program. It reads format {supported}; this is format {found}.",
        )
        self.found = found
        self.supported = supported


class NotesFileError(UserError):
    """The reader's own file cannot be used as it is; nothing in it has been touched."""
