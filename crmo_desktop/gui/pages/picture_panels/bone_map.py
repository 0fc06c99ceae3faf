"""Beside a bone map: whose figures are shown, with whose they are compared, and the figures as a list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui.drawing.bone_colours import step_of
from crmo_desktop.gui.drawing.bone_map import mark_id, said, shown_groups
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import Choice, ChoiceList
from crmo_desktop.gui.widgets.radio_card import RadioCard

_FEW: Final = 4  # groups shown at first; one more would hide less than its link takes


class Panel(QWidget):
    """Chooses one group of people or two, and lists their figures, the highest first.

    What is set from outside is silent.
    """

    view_changed = Signal(object)  # a View
    address_wanted = Signal(str)  # of the topic on a bone
    mark_wanted = Signal(str)  # id of the mark to be ringed in the picture

    def __init__(
        self, picture: Picture, view: View, look: Look, icons: IconShelf, parent: QWidget | None = None
    ) -> None:
        """Show `picture`, which is a bone map, as `view` has it."""
        super().__init__(parent)
        drawing = picture.drawing
        assert isinstance(drawing, BoneMap)
        self._drawing, self._view, self._look = drawing, view, look
        self._offered = drawing.offered(for_clinicians=True)
        self._targets: dict[str, str] = {}
        self._whose = self._label(self.tr("Whose figures? One group at a time"))
        self._cards: list[RadioCard] = []
        self._choice = QButtonGroup(self)
        self._all = QPushButton(self)
        self._all.setProperty("kind", "link")
        self._shows_all = False
        self._second = QComboBox(self)
        self._second.setAccessibleName(self.tr("Compare with"))
        self._second.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._compare = self._label(self.tr("Compare with"))
        self._compare.setBuddy(self._second)
        self._heading = self._label("")
        self._list = ChoiceList(look, icons, self)
        self._open = QPushButton(self.tr("Read more"), self)
        self._lay_out()
        self._choice.buttonClicked.connect(self._on_first)
        self._all.clicked.connect(self._on_all)
        self._second.activated.connect(self._on_second)
        self._list.chosen.connect(self._on_row)
        self._list.confirmed.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._offer()
        self.set_look(look)

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._holder = QWidget(self)
        self._holder.setAccessibleName(self._whose.text())
        self._between = QVBoxLayout(self._holder)
        self._between.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._whose)
        self._layout.addWidget(self._holder)
        self._layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._compare, self._second, self._heading, self._list):
            self._layout.addWidget(part)
        self._layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    # --- what is shown

    def set_audience(self, for_clinicians: bool) -> None:
        """Offer what is meant for clinicians, or for families only."""
        offered = self._drawing.offered(for_clinicians=for_clinicians)
        if offered != self._offered:
            self._offered = offered
            self._offer()

    def set_view(self, view: View) -> None:
        """Show the groups of `view`."""
        self._view = view
        self._show()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._layout.setSpacing(look.ui(8))
        self._between.setSpacing(look.ui(6))
        for label in (self._whose, self._compare, self._heading):
            label.setFont(look.ui_font(14.5, 600))
        for card in self._cards:
            card.set_look(look)
        self._list.set_look(look)

    def set_mark(self, id: str) -> None:
        """Make the row of the figure current whose mark is `id`; any other leaves none."""
        self._set_current(id if id in self._targets else None)

    def _offer(self) -> None:
        """A card for each group that is offered."""
        for card in self._cards:
            self._choice.removeButton(card)
            self._between.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [
            RadioCard(group.id, group.name, group.people, self._look, self._holder) for group in self._offered
        ]
        for card in self._cards:
            self._choice.addButton(card)
            self._between.addWidget(card)
        self._shows_all = len(self._cards) <= _FEW + 1
        self._all.setText(self.tr("All {count} groups").format(count=len(self._cards)))
        self._show()

    def _show(self) -> None:
        """Check the card of the first group, choose the second, list the figures."""
        groups = shown_groups(self._drawing, self._view)
        for card in self._cards:
            card.setChecked(card.value == groups[0].id)
        for place, card in enumerate(self._cards):
            card.setVisible(self._shows_all or place < _FEW or card.isChecked())
        self._all.setVisible(not self._shows_all)
        with QSignalBlocker(self._second):
            self._second.clear()
            self._second.addItem(self.tr("No other group"), "")
            for group in self._others(groups[0]):
                self._second.addItem(group.name, group.id)
            place = self._second.findData(groups[1].id) if len(groups) == 2 else 0
            self._second.setCurrentIndex(max(0, place))
        has_others = self._second.count() > 1
        self._compare.setVisible(has_others)
        self._second.setVisible(has_others)
        self._show_figures(groups)

    def _others(self, first: BoneGroup) -> list[BoneGroup]:
        return [group for group in self._offered if group is not first]

    def _show_figures(self, groups: Sequence[BoneGroup]) -> None:
        self._heading.setText("\n".join(dict.fromkeys(group.unit for group in groups)))
        self._list.setAccessibleName(self._heading.text())
        rows, self._targets = [], {}
        for group in groups:
            for figure in sorted(group.bones, key=_percent, reverse=True):
                id = mark_id(figure, group, is_one_of_two=len(groups) == 2)
                self._targets[id] = figure.target
                rows.append(self._row(id, figure, group.name if len(groups) == 2 else ""))
        self._list.set_choices(rows)
        self._set_current(None)

    def _row(self, id: str, figure: BoneFigure, whose: str) -> Choice:
        """A figure; of two groups, with the name of its own."""
        words = f"{figure.name} ({whose})" if whose else figure.name
        spoken = f"{whose}. {said(figure)}" if whose else said(figure)
        return Choice(id, words, figure.shown, spoken, f"scale[{step_of(figure.percent)}]")

    def _set_current(self, id: str | None) -> None:
        self._list.set_choices(self._list.choices(), id)
        self._open.setEnabled(bool(id and self._targets.get(id)))

    # --- what the reader does

    def _change(self, *groups: str) -> None:
        self._view = self._view.with_(groups=tuple(group for group in groups if group))
        self._show()
        self.view_changed.emit(self._view)

    @Slot()
    def _on_first(self) -> None:
        card = self._choice.checkedButton()
        assert isinstance(card, RadioCard)
        second = str(self._second.currentData() or "")
        self._change(card.value, "" if second == card.value else second)

    @Slot()
    def _on_all(self) -> None:
        """Show every group; the keyboard goes on to the first that was hidden."""
        hidden = [card for card in self._cards if card.isHidden()]
        self._shows_all = True
        if hidden:
            hidden[0].show()
            hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    @Slot()
    def _on_second(self) -> None:
        first = shown_groups(self._drawing, self._view)[0].id
        self._change(first, str(self._second.currentData() or ""))

    @Slot(str)
    def _on_row(self, id: str) -> None:
        self._set_current(id)
        self.mark_wanted.emit(id)

    @Slot()
    def _on_open(self) -> None:
        target = self._targets.get(self._list.current() or "")
        if target:
            self.address_wanted.emit(target)


def _percent(figure: BoneFigure) -> float:
    return figure.percent
