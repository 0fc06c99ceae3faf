"""Errors that a reader can do something about. Anything else is a bug."""

from collections.abc import Iterable
from pathlib import Path


class UserError(Exception):
    """Something outside the program went wrong and the reader can do something about it.

    The words are kept apart from the values that stand in them, so that the window can translate them.

    Attributes:
        message: what happened, one sentence, shown as it is.
        hint: what to do next, one sentence, shown below it.
        template: `message` before its values were put in, e.g. "There is no topic “{topic}”."
        hint_template: the same of `hint`.
        values: what stands in the braces.
    """

    def __init__(self, message: str, *, hint: str, **values: object) -> None:
        self.template = message
        self.hint_template = hint
        self.values = {name: str(value) for name, value in values.items()}
        self.message = message.format_map(self.values) if values else message
        self.hint = hint.format_map(self.values) if values else hint
        super().__init__(self.message)


class AddressError(UserError):
    """What was written is no address of this reference."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "“{text}” is not an address of this reference.",
            hint="An address looks like crmo://topic/what-is-crmo or what-is-crmo#in-short.",
            text=text if len(text) <= 80 else text[:80] + "…",
        )
        self.text = text


class UnknownTopicError(UserError):
    """The edition at hand has no topic of that id."""

    def __init__(self, topic: str, *, nearest: str | None = None) -> None:
        super().__init__(
            "There is no topic “{topic}” in this edition.",
            hint="Did you mean “{nearest}”?" if nearest else "“crmo-desktop topics” lists them all.",
            topic=topic,
            nearest=nearest,
        )
        self.topic = topic
        self.nearest = nearest


class UnknownSectionError(UserError):
    """A topic that is shown has no section of that id."""

    def __init__(self, title: str, section: str) -> None:
        super().__init__(
            "“{title}” has no section “{section}” here.",
            hint="The page is shown from its beginning.",
            title=title,
            section=section,
        )


class UnknownPictureError(UserError):
    """The edition at hand has no picture of that id."""

    def __init__(self, picture: str) -> None:
        super().__init__(
            "There is no picture “{picture}” in this edition.",
            hint="It may belong to another edition. Search for what it shows.",
            picture=picture,
        )
        self.picture = picture


class PackError(UserError):
    """A content pack that cannot be used.

    Attributes:
        pack: the file that was tried.
    """

    def __init__(self, pack: Path, message: str, *, hint: str, **values: object) -> None:
        super().__init__(message, hint=hint, name=pack.name, **values)
        self.pack = pack


class PackMissingError(PackError):
    """There is no such file, or it may not be read."""

    def __init__(self, pack: Path, *, reason: str) -> None:
        super().__init__(
            pack,
            "The content file “{name}” cannot be read: {reason}.",
            hint="Check the path and that you may read the file.",
            reason=reason,
        )


class PackDamagedError(PackError):
    """The file is not a pack, or has changed since it was made."""

    def __init__(self, pack: Path, *, reason: str) -> None:
        super().__init__(
            pack,
            "The content file “{name}” is damaged: {reason}.",
            hint="Do not rely on this copy. Copy the file again from where it came from.",
            reason=reason,
        )


class PackTooNewError(PackError):
    """The pack was made for a later release than this one."""

    def __init__(self, pack: Path, *, found: int, supported: int) -> None:
        super().__init__(
            pack,
            "The content file “{name}” was made for a newer version of CRMO Desktop.",
            hint="Update the program. It reads format {supported}; this is format {found}.",
            found=found,
            supported=supported,
        )
        self.found = found
        self.supported = supported


class NotesFileError(UserError):
    """The reader's own file cannot be used as it is; nothing in it has been touched."""


class PolicyError(UserError):
    """An administrator's policy that is wrong somewhere; the rest of it holds.

    Attributes:
        place: the file, or the key of the registry.
        key: what is wrong in it; "" for all of it.
    """

    def __init__(self, place: str, message: str, *, hint: str, key: str = "", **values: object) -> None:
        super().__init__(message, hint=hint, place=place, key=key, **values)
        self.place = place
        self.key = key


class PackFolderError(UserError):
    """The folder in which an administrator keeps newer editions is of no use."""

    def __init__(self, folder: Path, message: str, *, hint: str, **values: object) -> None:
        super().__init__(message, hint=hint, folder=folder, **values)
        self.folder = folder


_HOW_TO_GET_A_VOICE = {
    "linux": "Install speech-dispatcher and espeak-ng, then press Alt+Shift+A again.",
    "win32": "Add one in Settings: Time & language, Speech. Then press Alt+Shift+A again.",
    "darwin": "Add one in System Settings: Accessibility, Spoken Content. Then press Alt+Shift+A again.",
}


class NoVoiceError(UserError):
    """Nothing on this computer can read aloud."""

    def __init__(self, system: str) -> None:
        """`system` as `sys.platform` names it."""
        hint = _HOW_TO_GET_A_VOICE.get(system, _HOW_TO_GET_A_VOICE["linux"])
        super().__init__("This computer has no voice installed.", hint=hint)


class VoiceError(UserError):
    """The voice has stopped in the middle of a page."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "The voice has stopped: {reason}.",
            hint="The page can be read as before. Alt+Shift+A tries again.",
            reason=reason.strip().rstrip("."),
        )


class VoiceSilentError(UserError):
    """The voice was given a sentence and never came back, or was done before it can have spoken."""

    def __init__(self) -> None:
        super().__init__(
            "The voice cannot be heard.",
            hint="Look whether this computer plays other sounds. Alt+Shift+A tries again.",
        )


class NoPrinterError(UserError):
    """This computer knows no printer."""

    def __init__(self) -> None:
        super().__init__("This computer has no printer set up.", hint="It can be saved as PDF instead.")


class PrinterError(UserError):
    """The printer would not begin, or did not end."""

    def __init__(self) -> None:
        super().__init__("The printer did not answer.", hint="It can be saved as PDF instead.")


class NotWrittenError(UserError):
    """A file that could not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "“{name}” cannot be written there.",
            hint="Choose a folder that you may write to, with room on its disk.",
            name=path.name,
        )


class NoFolderError(UserError):
    """A file was to go into a folder that is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "There is no folder “{folder}”.",
            hint="Make it first, or choose another place for the file.",
            folder=folder,
        )


class FolderInPlaceError(UserError):
    """A file was to be written where a folder stands."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "“{path}” is a folder, not a file.",
            hint="Add a name for the file, such as “{path}/{example}”.",
            path=path,
            example="crmo.pdf",
        )


class UnknownChapterError(UserError):
    """The edition at hand has no chapter of that id."""

    def __init__(self, chapter: str, *, nearest: str | None, there: Iterable[str]) -> None:
        super().__init__(
            "There is no chapter “{chapter}” in this edition.",
            hint="Did you mean “{nearest}”?" if nearest else "There are: {there}.",
            chapter=chapter,
            nearest=nearest,
            there=", ".join(there),
        )


class NotesDamagedError(NotesFileError):
    """The reader's own file is damaged; a backup may take its place."""


class NotesNewerError(NotesFileError):
    """A newer version of the program made the reader's own file."""


class NotesWaitingError(NotesFileError):
    """The reader's own file cannot be used now, and perhaps can in a moment."""


class NotesMissingError(NotesFileError):
    """The reader's own file was gone when the program started, and there are backups of it."""

    def __init__(self) -> None:
        super().__init__(
            "Your notes file was not there, so an empty one was begun.", hint="Backups of it are kept."
        )


class BackupUnusableError(UserError):
    """A backup that cannot take the place of the reader's file."""

    def __init__(self, *, is_newer: bool) -> None:
        """`is_newer` if a newer version of the program made it; else it is damaged."""
        if is_newer:
            super().__init__(
                "This backup was made by a newer version of CRMO Desktop.",
                hint="Nothing has changed. It is left untouched.",
            )
        else:
            super().__init__("This backup is damaged.", hint="Nothing has changed. Choose another one.")


class BackupNotMadeError(UserError):
    """A backup that the reader asked for and that could not be made."""

    def __init__(self, reason: UserError) -> None:
        super().__init__("No backup could be made.", hint=reason.template)


class FileNotReadError(UserError):
    """A file that the reader chose cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "“{name}” cannot be read.",
            hint="Look whether it is still there, and whether you may read it.",
            name=path.name,
        )


class NotOwnThingsError(UserError):
    """A file that the reader chose holds no exported things, or has been cut or changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "“{name}” is no file of things from CRMO Desktop, or it is damaged.",
            hint="Nothing has changed here. Choose a file that “Export my things” has written.",
            name=path.name,
        )


class OwnThingsTooNewError(UserError):
    """A file of things was written by a later release than this one."""

    def __init__(self, path: Path, *, found: int, supported: int) -> None:
        super().__init__(
            "“{name}” was written by a newer version of CRMO Desktop.",
            hint="Nothing has changed here. Update the program; it reads format {supported}, not {found}.",
            name=path.name,
            found=found,
            supported=supported,
        )


class OwnThingsTooLargeError(UserError):
    """A file of things is larger than anything the program writes."""

    def __init__(self, path: Path, *, megabytes: int) -> None:
        super().__init__(
            "“{name}” is too large: more than {megabytes} MB.",
            hint="Nothing has changed here. Choose a file that “Export my things” has written.",
            name=path.name,
            megabytes=megabytes,
        )


class NotForgottenError(UserError):
    """What the reader wants forgotten may still be somewhere in the file."""

    def __init__(self) -> None:
        super().__init__(
            "Not everything could be forgotten.",
            hint="Another program holds the file. Close other windows of CRMO Desktop and try again.",
        )


class NotSessionError(UserError):
    """A file that the reader chose holds no session, or has been cut or changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "“{name}” is no session from CRMO Desktop, or it is damaged.",
            hint="Nothing has changed here. Choose a file that “Save as a file” has written.",
            name=path.name,
        )


class SessionPartError(UserError):
    """In a file with a session one part cannot be read, so none is taken in."""

    def __init__(self, path: Path, *, part: int) -> None:
        super().__init__(
            "Part {part} of the session in “{name}” cannot be read.",
            hint="Nothing has changed here. Ask whoever made the file to save it once more.",
            name=path.name,
            part=part,
        )


class SessionTooNewError(UserError):
    """A file with a session was written by a later release than this one."""

    def __init__(self, path: Path, *, found: int, supported: int) -> None:
        super().__init__(
            "“{name}” was written by a newer version of CRMO Desktop.",
            hint="Nothing has changed here. Update the program; it reads format {supported}, not {found}.",
            name=path.name,
            found=found,
            supported=supported,
        )


class SessionTooLargeError(UserError):
    """A file with a session is larger than anything the program writes."""

    def __init__(self, path: Path, *, megabytes: int) -> None:
        super().__init__(
            "“{name}” is too large for a session: more than {megabytes} MB.",
            hint="Nothing has changed here. Choose a file that “Save as a file” has written.",
            name=path.name,
            megabytes=megabytes,
        )
