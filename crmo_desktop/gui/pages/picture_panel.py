"""What stands beside a picture that can change, and the views that its address can name."""

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureAddress
from crmo_desktop.domain.picture import Flow, Picture, SideBySide
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

ANSWER: Final = "answer:"  # begins the mark of a flow chart that leads to its next step
TABLE: Final = "table"  # the view that every picture has
TRAIL: Final = "trail:"  # and of one that leads back to a step gone before


class Shown(NamedTuple):
    """How a picture was left, to be shown so again.

    Attributes:
        zoom, place: of the canvas.
        mark: the id of the one that has the ring; "" for none.
        scrolled: of the page, in pixels.
    """

    view: View
    is_table: bool
    zoom: float
    place: tuple[int, int]
    mark: str
    scrolled: int


class Panel(Protocol):
    """What stands beside a kind of picture that can change: a widget."""

    view_changed: "SignalInstance"  # a View
    address_wanted: "SignalInstance"  # a crmo:// address
    mark_wanted: "SignalInstance"  # the id of a mark to be ringed

    def set_view(self, view: View) -> None:
        """Show how the picture is seen, without reporting it."""

    def set_look(self, look: Look) -> None:
        """Draw with another look."""

    def set_mark(self, id: str) -> None:
        """Show which mark is pointed at or reached, without reporting it."""


def make_panel(picture: Picture, view: View, look: Look, icons: IconShelf, parent: QWidget) -> Panel | None:
    """The panel for a picture of this kind; None for kinds that cannot change."""
    made: QWidget | None = None
    match picture.drawing:  # the imports are written out, or what makes the packages would not find them
        case BoneMap():
            from crmo_desktop.gui.pages.picture_panels.bone_map import Panel as BoneMapPanel

            made = BoneMapPanel(picture, view, look, icons, parent)
        case Flow():
            from crmo_desktop.gui.pages.picture_panels.flow import Panel as FlowPanel

            made = FlowPanel(picture, view, look, icons, parent)
        case SideBySide():
            from crmo_desktop.gui.pages.picture_panels.side_by_side import Panel as ComparisonPanel

            made = ComparisonPanel(picture, view, look, icons, parent)
    return cast("Panel | None", made)


def is_table(picture: Picture, panel: Panel | None) -> bool:
    """Whether the panel is itself the picture as a table."""
    return panel is not None and isinstance(picture.drawing, SideBySide)


def goes_above(picture: Picture | None) -> bool:
    """Whether the panel, where it has no room beside the picture, is better above: it leads through."""
    return picture is not None and isinstance(picture.drawing, Flow)


def widget_of(panel: Panel) -> QWidget:
    """A panel as the widget that it is."""
    return cast("QWidget", panel)


def tell_audience(panel: Panel | None, audience: Audience) -> None:
    """Have the panel offer what is meant for `audience`; only some kinds ask."""
    tell = getattr(panel, "set_audience", None)
    if tell is not None:
        tell(audience is Audience.CLINICIAN)


def view_named(picture: Picture, fragment: str | None) -> View:
    """The view that an address names: a group of a bone map, a step of a flow; else the one it opens with."""
    drawing = picture.drawing
    if isinstance(drawing, BoneMap) and any(group.id == fragment for group in drawing.groups):
        return View(groups=(str(fragment),))
    if isinstance(drawing, Flow) and any(step.id == fragment for step in drawing.steps):
        return View(step=str(fragment))
    return View()


def address_of(picture: Picture, view: View, *, is_table: bool) -> PictureAddress:
    """What leads to a picture as it is seen: to its table, or to the group or the step that is shown."""
    if is_table:
        return PictureAddress(picture.id, TABLE)
    first = next(iter(view.groups), "") if isinstance(picture.drawing, BoneMap) else view.step
    return PictureAddress(picture.id, first or None)


def view_kept(picture: Picture, view: View) -> View:
    """`view` without what the picture does not have, as it may be seen by others now."""
    drawing = picture.drawing
    if not isinstance(drawing, BoneMap):
        return view
    ids = {group.id for group in drawing.groups}
    return view.with_(groups=tuple(group for group in view.groups if group in ids))


def next_step(picture: Picture, view: View, id: str) -> View | None:
    """The view after the mark `id` of a flow chart was chosen; None where it leads nowhere within."""
    drawing = picture.drawing
    if not isinstance(drawing, Flow):
        return None
    back = id.removeprefix(TRAIL)
    if id.startswith(TRAIL) and back in view.trail:
        return View(step=back, trail=view.trail[: view.trail.index(back)])
    if not id.startswith(ANSWER):
        return None
    here = view.step or drawing.steps[0].id
    return View(step=id.removeprefix(ANSWER), trail=(*view.trail, here))
