"""The line below a picture."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.drawing.scene import Mark
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_name import PictureName


def test_it_names_what_is_pointed_at_else_what_can_be_done(look: Look, qtbot: QtBot) -> None:
    line = PictureName()
    qtbot.addWidget(line)
    line.set_look(look)
    hint = line.text()

    line.say(Mark(id="femur", name="Thigh bone: 61.3%", area=QPainterPath(), ring=QRectF()))
    assert line.text() == "Thigh bone: 61.3%"
    line.say(None)
    assert line.text() == hint
    assert "Enter" in hint
