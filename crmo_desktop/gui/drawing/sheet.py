"""A picture on a sheet of its own: title and caption above it, where it comes from below it."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui.drawing.scene import Scene, face
from crmo_desktop.gui.theme import Look

MARGIN: Final = 24.0  # pixels at 100%, on all sides
_TITLE: Final = 26.0
_CAPTION: Final = 16.0
_FOOT: Final = 13.0
_SPACING: Final = 1.06


class SheetWords(NamedTuple):
    """What stands below a picture that leaves the program.

    Attributes:
        sources: whose figures these are; "" for none.
        edition: of the reference, its date, and that this is no advice.
    """

    sources: str
    edition: str


def sheet(picture: Picture, scene: Scene, look: Look, words: SheetWords) -> Scene:
    """`scene` with the title, the caption, the sources and the edition of `picture` round it.

    The marks of the scene are marks of the sheet, moved with what they name.
    """
    width = scene.size.width()
    made = Scene(QSizeF(width + 2 * MARGIN, 0))
    at = QRectF(MARGIN, MARGIN, width, 0)
    covered = made.words(picture.title, face(look, _TITLE, 600, is_title=True), at, role="heading")
    at.moveTop(covered.bottom() + 6)
    covered = made.words(picture.caption, face(look, _CAPTION), at, spacing=_SPACING)
    made.add(scene, QPointF(MARGIN, covered.bottom() + 16))
    bottom = covered.bottom() + 16 + scene.size.height() + 16
    made.line(QPointF(MARGIN, bottom), QPointF(MARGIN + width, bottom), "border_strong")
    at.moveTop(bottom + 10)
    for line in (words.sources, words.edition):
        if line:
            covered = made.words(line, face(look, _FOOT), at, role="muted", spacing=_SPACING)
            at.moveTop(covered.bottom() + 4)
    made.size = QSizeF(width + 2 * MARGIN, at.top() - 4 + MARGIN)
    return made
