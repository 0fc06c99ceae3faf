"""Colours, sizes and faces, by role: read once from `resources/themes`."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from crmo_desktop.domain.language import ENGLISH
from crmo_desktop.gui.typography import ATKINSON, FACES, FALLBACK, NORMAL, SPACINGS, Face, Spacing

SYSTEM: Final = "system"
NAMES: Final = ("light", "dark", "sepia", "hc_black", "hc_white")
SMALLEST_TEXT: Final = 80
LARGEST_TEXT: Final = 250
TEXT_STEPS: Final = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)
_LARGEST_UI: Final = 200  # the window's own words stop growing here; the page goes on


class Theme(NamedTuple):
    """One set of colours.

    Attributes:
        kind: "light", "dark", "high-contrast" or "print".
        colours: "#RRGGBB" by role; "scale[0]" is the first step of the scale of figures.
    """

    name: str
    kind: str
    colours: dict[str, str]


@dataclass(frozen=True)
class Look:
    """A theme at a text size: what every widget needs in order to draw itself.

    Attributes:
        text_size: of the page, per cent.
        tokens: what is the same in every theme.
        faces: bundled ones for the letters of the window's language, if it needs any.
        language: BCP 47 tag of the window's words.
        face: of the page, by its name in `FACES`.
        spacing: of the page, by its name in `SPACINGS`.
    """

    theme: Theme
    text_size: int
    tokens: dict[str, Any]
    faces: tuple[str, ...] = ()
    language: str = ENGLISH
    face: str = ATKINSON
    spacing: str = NORMAL

    @property
    def zoom(self) -> float:
        """Factor on every size of the page."""
        return self.text_size / 100

    @property
    def ui_zoom(self) -> float:
        """Factor on every size of the window's own words."""
        return min(self.text_size, _LARGEST_UI) / 100

    @property
    def is_high_contrast(self) -> bool:
        """Whether surfaces are told apart by lines only."""
        return self.theme.kind == "high-contrast"

    @property
    def focus_width(self) -> float:
        """Width of the focus ring in pixels."""
        return 3.0 if self.is_high_contrast or self.text_size >= 150 else 2.0

    def name_of(self, role: str) -> str:
        """The colour of `role` as "#RRGGBB".

        Raises:
            KeyError: the theme has no such role.
        """
        return self.theme.colours[role]

    def colour(self, role: str) -> QColor:
        """The colour of `role`.

        Raises:
            KeyError: the theme has no such role.
        """
        return QColor(self.theme.colours[role])

    def px(self, size: float) -> float:
        """A size of the page in pixels."""
        return round(size * self.zoom * 2) / 2

    def ui(self, size: float) -> int:
        """A size of the window in pixels."""
        return round(size * self.ui_zoom)

    def ui_font(self, size: float = 15.0, weight: int = 400) -> QFont:
        """The face of the window's own words; `size` in pixels at 100%."""
        font = QFont()
        font.setFamilies(self.families)
        font.setPixelSize(max(1, self.ui(size)))
        font.setWeight(QFont.Weight(weight))
        return font

    def heading_font(self, size: float) -> QFont:
        """The face of titles; `size` in pixels at 100%."""
        font = self.ui_font(size, 600)
        font.setFamilies(self.heading_families)
        return font

    @cached_property
    def families(self) -> list[str]:
        """Faces of the window's own words, the first that has a sign draws it."""
        return [FACES[ATKINSON].text, FALLBACK, *self.faces]

    @cached_property
    def heading_families(self) -> list[str]:
        """Faces of the window's own titles."""
        return [FACES[ATKINSON].headings, *self.families]

    @property
    def typeface(self) -> Face:
        """The face of the page."""
        return FACES[self.face]

    @property
    def room(self) -> Spacing:
        """The room between lines, words and letters of the page."""
        return SPACINGS[self.spacing]

    @property
    def breadth(self) -> float:
        """How wide the words of the page are at this size, face and spacing; 1 at first."""
        return self.zoom * self.typeface.breadth * self.room.breadth

    @property
    def page_families(self) -> list[str]:
        """Faces of the page's text."""
        return [self.typeface.text, FALLBACK, *self.faces]

    def page_font(self, size: float) -> QFont:
        """The face of the page's text; `size` in pixels at 100%."""
        font = QFont()
        font.setFamilies(self.page_families)
        font.setPixelSize(max(1, round(self.px(size))))
        return font

    def palette(self) -> QPalette:
        """The theme as Qt's own roles, for whatever no style sheet reaches."""
        role = QPalette.ColorRole
        palette = QPalette()
        for qt_role, name in (
            (role.Window, "window"), (role.Base, "page"), (role.AlternateBase, "zebra"), (role.Text, "text"),
            (role.WindowText, "text"), (role.PlaceholderText, "muted"), (role.Highlight, "selection"),
            (role.HighlightedText, "on_selection"), (role.Link, "link"), (role.LinkVisited, "link_visited"),
            (role.Button, "card"), (role.ButtonText, "text"),
            (role.ToolTipBase, "card"), (role.ToolTipText, "text"),
            (role.Accent, "accent"), (role.Mid, "border_strong"),
            (role.Dark, "border_strong"), (role.Light, "card"),
        ):  # fmt: skip
            palette.setColor(qt_role, self.colour(name))
        for qt_role in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, qt_role, self.colour("muted"))
        return palette


def load_theme(folder: Path, name: str) -> Theme:
    """The theme `name` of the folder `resources/themes`.

    Raises:
        OSError: there is no such file.
        ValueError: it is not a theme.
    """
    data = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    steps = {
        f"{name}[{step}]": colour
        for name in ("scale", "scale_label")
        for step, colour in enumerate(data[name])
    }
    return Theme(name, data["kind"], data["colours"] | steps)


def system_theme() -> str:
    """The theme that suits what the system is set to: high contrast before dark before light."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "hc_black" if dark else "hc_white"
    return "dark" if dark else "light"


class Appearance(QObject):
    """Keeps the look that the reader chose and tells everybody when it changes.

    Knows no settings: the window puts the reader's choice in and stores it.
    """

    changed = Signal()  # `look` is another one now
    faces_wanted = Signal()  # all of them are to be shown; connect directly

    def __init__(
        self,
        folder: Path,
        *,
        choice: str = SYSTEM,
        text_size: int = 100,
        faces: tuple[str, ...] = (),
        language: str = ENGLISH,
        face: str = ATKINSON,
        spacing: str = NORMAL,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._faces, self._language = folder, faces, language
        self._tokens: dict[str, Any] = json.loads((folder / "tokens.json").read_text(encoding="utf-8"))
        self._themes: dict[str, Theme] = {}
        self._choice = choice
        self._text_size = text_size
        self._face, self._spacing = face, spacing
        self.look = self._make()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def choice(self) -> str:
        """A theme's name, or "system"."""
        return self._choice

    @property
    def text_size(self) -> int:
        """Of the page, per cent."""
        return self._text_size

    def set_choice(self, choice: str) -> None:
        """Show the theme `choice`, or follow the system."""
        if choice != self._choice:
            self._choice = choice
            self._renew()

    def set_text_size(self, per_cent: int) -> None:
        """Show text at `per_cent`, kept between 80 and 250."""
        wanted = min(LARGEST_TEXT, max(SMALLEST_TEXT, per_cent))
        if wanted != self._text_size:
            self._text_size = wanted
            self._renew()

    @property
    def face(self) -> str:
        """Of the page, by its name."""
        return self._face

    @property
    def spacing(self) -> str:
        """Of the page, by its name."""
        return self._spacing

    def set_face(self, face: str) -> None:
        """Set pages in the face `face`."""
        if face != self._face:
            self._face = face
            self._renew()

    def set_spacing(self, spacing: str) -> None:
        """Give lines, words and letters the room `spacing`."""
        if spacing != self._spacing:
            self._spacing = spacing
            self._renew()

    def next_size(self, direction: int) -> int:
        """The step above (direction 1) or below (-1) the size shown, per cent."""
        if direction > 0:
            return next((step for step in TEXT_STEPS if step > self._text_size), LARGEST_TEXT)
        return next((step for step in reversed(TEXT_STEPS) if step < self._text_size), SMALLEST_TEXT)

    @property
    def folder(self) -> Path:
        """Where the themes are."""
        return self._folder

    def theme(self, name: str) -> Theme:
        """The theme `name`, read once."""
        if name not in self._themes:
            self._themes[name] = load_theme(self._folder, name)
        return self._themes[name]

    @Slot()
    def _on_system_changed(self) -> None:
        if self._choice == SYSTEM:
            self._renew()

    def _renew(self) -> None:
        self.look = self._make()
        self.changed.emit()

    def _make(self) -> Look:
        name = system_theme() if self._choice == SYSTEM else self._choice
        return Look(
            self.theme(name),
            self._text_size,
            self._tokens,
            faces=self._faces,
            language=self._language,
            face=self._face,
            spacing=self._spacing,
        )
