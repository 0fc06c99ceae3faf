"""What commands put onto paper with, whatever it is."""

from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.publication import Publication
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.dialogs.paper_tools import PaperTools, Shown, paper_tools


def tools_at(desk: Desk) -> PaperTools:
    """The tools of a window about paper."""
    services = desk.services
    return paper_tools(
        services.reading, services.preferences, services.own, desk.appearance, desk.icons, desk.make_drawer
    )


def preview(desk: Desk, found: Publication, window: QWidget) -> None:
    """Show the pages of something that is no page of the reference, over `window`."""
    from crmo_desktop.gui.dialogs.print_preview import PrintPreview

    shown = Shown(None, desk.navigator.audience, found=found)
    desk.dialogs.open(PrintPreview(tools_at(desk), shown, window))
