"""Whose work is inside and under which licences: a list at the left, the words at the right."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.models.rows import RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.licences import Licence, Licences, unwrapped

Index = QModelIndex | QPersistentModelIndex
# Widths in pixels at a text size of 100%.
_WIDTH: Final = 1000
_LIST: Final = 280
_BESIDE: Final = 620  # from here on, list and words stand beside one another
_PADDING: Final = 5


class LicencesDialog(PlainDialog):
    """Help > Licences; the words of an entry are read when it is chosen."""

    def __init__(self, licences: Licences, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Licences"), look, parent, width=_WIDTH)
        self.add_title(self.tr("Licences"))
        remark = licences.remark
        if remark is not None:
            self.add_words(QCoreApplication.translate("Licences", remark.template), muted=True)
        self._model = RowModel[Licence](self)
        self._list = self._make_list(look)
        self._text = self._make_text(look)
        room = self.screen().availableGeometry()
        width = min(look.ui(_WIDTH), room.width() - 48) - 60
        is_narrow = width < look.ui(_BESIDE)  # then the words have the whole width, below the list
        panes = QSplitter(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal, self)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._list)
        panes.addWidget(self._text)
        panes.setStretchFactor(1, 1)
        self.body.addWidget(panes, 1)
        self._find = self._make_find()
        close = self.add_button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self._model.set_rows([(entry, _row_of(entry)) for entry in licences.entries])
        self._list.selectionModel().currentChanged.connect(self._on_chosen)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._list.setFocus()
        height = max(look.ui(300), min(look.ui(520), room.height() - 48 - look.ui(150)))
        panes.setMinimumHeight(height)
        panes.setSizes(
            [height // 3, height * 2 // 3] if is_narrow else [look.ui(_LIST), width - look.ui(_LIST)]
        )
        self.fit()

    def _make_list(self, look: Look) -> QListView:
        view = QListView(self)
        view.setObjectName("plainList")
        view.setAccessibleName(self.tr("Whose work is inside"))
        view.setModel(self._model)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setWordWrap(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setStyleSheet(f"QListView::item {{ padding: {look.ui(_PADDING)}px; }}")
        view.setItemDelegate(_Wrapped(look.ui(_PADDING), view))
        return view

    def _make_text(self, look: Look) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setAccessibleName(self.tr("Words of the licence"))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.document().setDocumentMargin(look.ui(12))
        return text

    def _make_find(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Find (Ctrl+F)"))
        field.setAccessibleName(self.tr("Find in these words"))
        field.setClearButtonEnabled(True)
        field.textEdited.connect(self._on_typed)
        self._found = QLabel(self)
        self.buttons.insertWidget(0, field, 1)
        self.buttons.insertWidget(1, self._found)
        return field

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        entry = self._model.row(index)
        if entry is None:
            return
        try:
            words = unwrapped(entry.text())
        except UserError as error:
            words = " ".join(words_of(error))
        self._text.setPlainText(words)
        self._text.setAccessibleName(self.tr("Words of {name}").format(name=entry.name))

    @Slot(str)
    def _on_typed(self, _words: str) -> None:
        """Begin anew at the top: what is typed grows letter by letter."""
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_step(1)

    def find_step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place of what is in the field, round the ends."""
        words = self._find.text()
        self._found.setText("")
        if not words:
            return
        back = QTextDocument.FindFlag.FindBackward if step < 0 else QTextDocument.FindFlag(0)
        if self._text.find(words, back):
            return
        here = self._text.textCursor()
        end = QTextCursor.MoveOperation.End if step < 0 else QTextCursor.MoveOperation.Start
        self._text.moveCursor(end)
        if not self._text.find(words, back):
            self._text.setTextCursor(here)
            self._found.setText(self.tr("Not in these words"))
            announce(self._found, self._found.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F goes to the field; F3, Shift+F3 and Enter in the field go on and back."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._find.hasFocus()
        if event.matches(QKeySequence.StandardKey.Find):
            self._find.setFocus()
            self._find.selectAll()
        elif event.key() == Qt.Key.Key_F3 or is_enter:
            self.find_step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their words are at the width of the list; nothing is cut short."""

    def __init__(self, padding: int, view: QListView) -> None:
        super().__init__(view)
        self._view, self._padding = view, padding

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words."""
        width = self._view.viewport().width()
        room = QRect(0, 0, max(1, width - 4 * self._padding), 10_000)
        words = str(index.data())
        height = self._view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        return QSize(width, height + 2 * self._padding + 4)


def _row_of(entry: Licence) -> str:
    """Name and licence, as the list shows and a screen reader says them."""
    return f"{entry.name}\n{entry.licence}" if entry.licence else entry.name
