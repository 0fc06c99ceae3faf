"""What can be chosen from: a tree of parts with boxes to tick, a filter, and for whom."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.part_model import Branch
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.audience_switch import AudienceSwitch
from crmo_desktop.gui.widgets.part_tree import PartTree

Offered = Callable[[Audience], tuple[Branch, ...]]


class PartsOffered(QWidget):
    """Asks once for each audience what there is; what is ticked its owner knows.

    Attributes:
        audience: whose words are offered.
    """

    wanted = Signal(str, bool)  # a key; in or out
    audience_chosen = Signal(object)  # an Audience

    def __init__(
        self,
        offered: Offered,
        audience: Audience,
        look: Look,
        icons: IconShelf,
        parent: QWidget,
        *,
        nothing: str,
    ) -> None:
        """`nothing` is said where the filter leaves nothing."""
        super().__init__(parent)
        self.setObjectName("dialogBody")
        self._offered = offered
        self._branches: dict[Audience, tuple[Branch, ...]] = {}
        self.audience = audience
        self.switch = AudienceSwitch(self)
        self.switch.set_audience(audience)
        self.switch.set_look(look, icons)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Type to narrow the list"))
        self.filter.setAccessibleName(self.tr("Narrow the list"))
        self.filter.setClearButtonEnabled(True)
        self.tree = PartTree(look, icons, self)
        self._nothing = QLabel(nothing, self)
        self._nothing.setProperty("kind", "muted")
        self._nothing.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self.filter, self._nothing):
            layout.addWidget(part)
        layout.addWidget(self.tree, 1)
        self.tree.wanted.connect(self.wanted)
        self.filter.textChanged.connect(self._on_filter)
        self.switch.audience_chosen.connect(self.audience_chosen)
        self._fill()

    def set_audience(self, audience: Audience) -> None:
        """Offer what there is for `audience`, without telling anybody."""
        if audience is not self.audience:
            self.audience = audience
            self.switch.set_audience(audience)
            self._fill()

    def _fill(self) -> None:
        words = self.filter.text().lower().split()
        if self.audience not in self._branches:
            self._branches[self.audience] = self._offered(self.audience)
        found = self._branches[self.audience]
        if words:
            found = with_words(found, words)
        self.tree.set_branches(found, open_topics=bool(words))
        self._nothing.setVisible(not found)
        self.tree.setVisible(bool(found))

    @Slot(str)
    def _on_filter(self, _words: str) -> None:
        self._fill()


def with_words(branches: tuple[Branch, ...], words: list[str]) -> tuple[Branch, ...]:
    """What has all `words` in its title or in that of what is round it or in it."""
    found = []
    for branch in branches:
        left = [word for word in words if word not in branch.title.lower()]
        if not left:
            found.append(branch)
        elif branch.parts:
            parts = with_words(branch.parts, left)
            if parts:
                found.append(branch._replace(parts=parts))
    return tuple(found)
