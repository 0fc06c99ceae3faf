"""The window's style sheet, filled from the look: boxes and lines; rows, call-outs and rings are painted."""

from pathlib import Path
from typing import Final

from crmo_desktop.gui.theme import Look

_MIDDLE: Final = 128  # of a colour's lightness, 0 to 255

# Icon and colour of each reader's door on the start page.
DOOR_LOOK: Final = {
    "families": ("users", "aud_family"),
    "clinicians": ("stethoscope", "aud_clinician"),
    "trainers": ("presentation", "aud_trainer"),
}


def style_sheet(look: Look, icons: Path) -> str:
    """QSS for every widget of the program; `icons` is the folder that the check box takes its tick from."""
    return "".join(
        (
            _frame(look),
            _home(look),
            _buttons(look),
            _fields(look),
            _own_things(look),
            _lists(look),
            _bars(look, icons),
        )
    )


def _frame(look: Look) -> str:
    c, ui = look.name_of, look.ui
    line = f"1px solid {c('border')}"
    faces = ", ".join(f'"{family}"' for family in look.families)
    page_faces = ", ".join(f'"{family}"' for family in look.page_families)
    return f"""
    QMenuBar, QMenu, QLabel, QToolButton, QPushButton, QLineEdit, QAbstractItemView, QHeaderView, QCheckBox, QRadioButton, QAbstractSpinBox, QPlainTextEdit, QComboBox
        {{ font-family: {faces}; font-size: {ui(15)}px; color: {c("text")}; }}
    QMainWindow, #home, #homeBody {{ background: {c("window")}; }}
    QDialog {{ background: {c("page")}; }}
    QMenuBar {{ background: {c("chrome")}; font-size: {ui(14)}px; padding: 2px 8px; border: none; }}
    QMenuBar::item {{ padding: {ui(4)}px {ui(9)}px; border-radius: 5px; background: transparent; }}
    QMenuBar::item:selected {{ background: {c("accent_soft")}; color: {c("accent")}; {_edge(look)} }}
    QMenu {{ background: {c("card")}; border: 1px solid {c("border_strong")}; padding: 5px; }}
    QMenu::item {{ padding: {ui(6)}px {ui(28)}px {ui(6)}px {ui(28)}px; border-radius: 5px; font-size: {ui(14)}px; }}
    QMenu::item:selected {{ background: {c("row_current")}; color: {c("on_row_current")}; }}
    QMenu::item:disabled {{ color: {c("muted")}; }}
    QMenu::separator {{ height: 1px; background: {c("border")}; margin: 4px 8px; }}
    QMenu::indicator {{ width: {ui(14)}px; height: {ui(14)}px; left: {ui(8)}px; }}
    #toolbar {{ background: {c("chrome")}; border-bottom: {line}; }}
    #sidebar, #paperSide {{ background: {c("sidebar")}; }}
    #sheetPane {{ background: {c("sunken")}; }}
    #drawer {{ background: {c("sidebar")}; border: 1px solid {c("border_strong")}; }}
    #rightPane {{ background: {c("page")}; }}
    #page, QTextBrowser {{ background: {c("page")}; border: none;
        selection-background-color: {c("selection")}; selection-color: {c("on_selection")}; }}
    QStatusBar {{ background: {c("chrome")}; border-top: {line}; min-height: {ui(27)}px; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {c("muted")}; font-size: {ui(13.5)}px; }}
    QLabel[kind="muted"] {{ color: {c("muted")}; }}
    QLabel[kind="small"] {{ color: {c("muted")}; font-size: {ui(13.5)}px; font-weight: 600; }}
    QLabel[kind="overdue"] {{ color: {c("caution_title")}; background: {c("caution_bg")}; padding: 1px 6px; border-radius: 4px; }}
    QLabel[kind="key"] {{ background: {c("page")}; border: {line}; border-radius: 4px; padding: 1px {ui(6)}px;
        font-size: {ui(13)}px; color: {c("muted")}; }}
    #ownStrip {{ background: {c("chrome")}; border: none; border-bottom: 1px solid {c("border")}; }}
    #cardBody, #outlineBody, #dialogBody, #pictureBody {{ background: transparent; }}
    #card QLabel {{ font-family: {page_faces}; }}
    #card QScrollArea, #card QScrollArea > QWidget {{ background: transparent; }}
    #card #cardText {{ border: 2px solid transparent; border-radius: 4px; }}
    #card #cardText:focus {{ border-color: {c("focus")}; }}
    #card {{ background: {c("card")}; border: 1px solid {c("border_strong")}; border-radius: 8px; }}
    QToolTip {{ background: {c("card")}; color: {c("text")}; border: 1px solid {c("border_strong")}; font-size: {ui(14)}px; padding: 4px; }}
    QSplitter::handle {{ background: {c("border")}; }}
    """


def _home(look: Look) -> str:
    c, ui = look.name_of, look.ui
    edge = c("border_strong" if look.is_high_contrast else "border")
    serif = ", ".join(f"'{family}'" for family in look.heading_families)
    card = f"background: {c('card')}; border: 1px solid {edge}; border-radius: 8px;"
    doors = "".join(
        f"""
    #homeCard[door="{door}"] {{ border-top: 4px solid {c(role)}; }}
    QLabel[badge="{door}"] {{ background: {c(role + "_soft")}; border-radius: {ui(38) // 2}px; }}"""
        for door, (_, role) in DOOR_LOOK.items()
    )
    return f"""
    QLabel[kind="homeTitle"] {{ color: {c("heading")}; font-family: {serif}; font-size: {ui(36)}px; font-weight: 600; }}
    QLabel[kind="homeSubtitle"] {{ color: {c("muted")}; font-size: {ui(17)}px; }}
    QLabel[kind="heading"] {{ font-weight: 600; }}
    QLabel[kind="cardTitle"] {{ color: {c("heading")}; font-family: {serif}; font-size: {ui(21)}px; font-weight: 600; }}
    QLabel[kind="question"] {{ font-size: {ui(15.5)}px; font-weight: 600; }}
    QLabel[kind="under"] {{ color: {c("muted")}; font-size: {ui(14)}px; }}
    #homeCard, #questionCard {{ {card} }}
    #questionCard {{ padding: 0px; min-height: 0px; }}
    #questionCard:hover {{ background: {c("row_hover")}; }}
    #questionCard:focus {{ border: {look.focus_width:g}px solid {c("focus")}; }}
    {doors}
    """


def _edge(look: Look) -> str:
    """In high contrast, where fills are all alike, what is chosen gets a line."""
    return f"border: 2px solid {look.name_of('accent')};" if look.is_high_contrast else ""


def _buttons(look: Look) -> str:
    c, ui = look.name_of, look.ui
    return f"""
    QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: {ui(5)}px; }}
    QToolButton:hover {{ background: {c("row_hover")}; {_edge(look)} }}
    QToolButton:checked, QToolButton:pressed {{ background: {c("accent_soft")}; color: {c("accent")}; }}
    QToolButton:checked {{ border-bottom: 3px solid {c("accent")}; }}
    QToolButton:disabled {{ color: {c("muted")}; }}
    QToolButton:focus {{ border: 2px solid {c("focus")}; }}
    QToolButton::menu-indicator {{ image: none; width: 0px; }}
    QToolButton[kind="text"] {{ font-weight: 600; padding: {ui(4)}px {ui(6)}px; }}
    QToolButton[kind="menu"] {{ border: 1px solid {c("border_strong")}; padding: {ui(5)}px {ui(10)}px; }}
    QToolButton[kind="menu"]:focus {{ border: 2px solid {c("focus")}; }}
    QPushButton {{ background: {c("card")}; border: 1px solid {c("border_strong")}; border-radius: 6px;
        padding: {ui(6)}px {ui(14)}px; min-height: {ui(18)}px; }}
    QPushButton:hover {{ background: {c("row_hover")}; }}
    QPushButton:focus {{ border: 2px solid {c("focus")}; padding: {ui(6) - 1}px {ui(14) - 1}px; }}
    QPushButton:pressed {{ background: {c("accent_soft")}; }}
    QPushButton:disabled {{ color: {c("muted")}; border-color: {c("border")}; }}
    QPushButton[kind="primary"] {{ background: {c("accent")}; color: {c("on_accent")}; font-weight: 600; border-color: {c("accent")}; }}
    QPushButton[kind="primary"]:hover {{ background: {c("accent_hover")}; }}
    QPushButton[kind="primary"]:focus {{ background: {c("card")}; color: {c("accent")}; border: 2px solid {c("focus")}; }}
    QPushButton[kind="primary"]:disabled {{ background: {c("sunken")}; color: {c("muted")}; border-color: {c("border")}; }}
    QPushButton[kind="small"] {{ padding: {ui(4)}px {ui(6)}px; }}
    QPushButton[kind="small"]:focus {{ padding: {ui(4) - 1}px {ui(6) - 1}px; }}
    QPushButton[kind="quiet"] {{ background: transparent; border: 2px solid transparent; color: {c("link")};
        padding: {ui(4)}px {ui(6)}px; text-align: left; }}
    QPushButton[kind="quiet"]:hover {{ text-decoration: underline; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {c("focus")}; }}
    QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent; color: {c("link")};
        text-decoration: underline; padding: {ui(2)}px {ui(3)}px; text-align: left; min-height: {ui(22)}px; }}
    QPushButton[kind="link"]:focus {{ border: 2px solid {c("focus")}; border-radius: 4px; }}
    #answerButton {{ background: {c("key_bg")}; border: 1px solid {c("accent")}; border-radius: 7px; padding: 0px; }}
    #answerButton:hover, #answerButton[pointed="true"] {{ background: {c("row_hover")}; {_edge(look)} }}
    #answerButton:pressed {{ background: {c("accent_soft")}; }}
    #answerButton:focus {{ border: {look.focus_width:g}px solid {c("focus")}; padding: 0px; }}
    #audienceSwitch {{ background: {c("card")}; border: 1px solid {c("border_strong")}; border-radius: 6px; }}
    #audienceSwitch QToolButton {{ border-radius: 4px; padding: {ui(4)}px {ui(11)}px; color: {c("muted")}; border: 2px solid transparent;
        border-bottom: 3px solid transparent; }}
    #audienceSwitch QToolButton:focus {{ border: 2px solid {c("focus")}; }}
    #audienceSwitch QToolButton[audience="patient"]:checked {{ background: {c("aud_family_soft")}; color: {c("aud_family")};
        font-weight: 600; border-bottom: 3px solid {c("aud_family")}; }}
    #audienceSwitch QToolButton[audience="clinician"]:checked {{ background: {c("aud_clinician_soft")}; color: {c("aud_clinician")};
        font-weight: 600; border-bottom: 3px solid {c("aud_clinician")}; }}
    #audienceSwitch:disabled {{ border-color: {c("border")}; }}
    #audienceSwitch QToolButton:checked:disabled {{ background: {c("sunken")}; color: {c("text")}; border-bottom-color: {c("border_strong")}; }}
    #audienceSwitch QToolButton:checked:focus {{ border: 2px solid {c("focus")}; }}
    """


def _fields(look: Look) -> str:
    c, ui = look.name_of, look.ui
    return f"""
    QLineEdit {{ background: {c("card")}; border: 1px solid {c("border_strong")}; border-radius: 6px; padding: {ui(5)}px {ui(8)}px;
        selection-background-color: {c("selection")}; selection-color: {c("on_selection")}; }}
    QLineEdit:focus {{ border: 2px solid {c("focus")}; padding: {ui(5) - 1}px {ui(8) - 1}px; }}
    QPlainTextEdit {{ background: {c("page")}; border: 1px solid {c("border_strong")}; border-radius: 6px;
        selection-background-color: {c("selection")}; selection-color: {c("on_selection")}; }}
    QPlainTextEdit:focus {{ border: 2px solid {c("focus")}; }}
    QComboBox {{ background: {c("card")}; border: 1px solid {c("border_strong")}; border-radius: 6px; padding: {ui(5)}px {ui(8)}px; }}
    QComboBox:focus {{ border: 2px solid {c("focus")}; padding: {ui(5) - 1}px {ui(8) - 1}px; }}
    QComboBox:disabled {{ color: {c("muted")}; border-color: {c("border")}; }}
    QComboBox QAbstractItemView {{ background: {c("card")}; border: 1px solid {c("border_strong")};
        selection-background-color: {c("row_current")}; selection-color: {c("on_row_current")}; }}
    QComboBox QAbstractItemView::item {{ padding: {ui(5)}px {ui(8)}px; border: 2px solid transparent; }}
    QComboBox QAbstractItemView::item:selected {{ background: {c("row_current")}; color: {c("on_row_current")}; border-color: {c("focus")}; }}
    QComboBox::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right; width: {ui(22)}px; border: none; }}
    QComboBox::down-arrow {{ width: 0px; height: 0px; border-left: {ui(5)}px solid {c("card")}; border-right: {ui(5)}px solid {c("card")};
        border-top: {ui(6)}px solid {c("text")}; }}
    #segments {{ background: {c("card")}; border: 1px solid {c("border_strong")}; border-radius: 6px; }}
    #segments QToolButton {{ border: 2px solid transparent; border-bottom: 3px solid transparent; border-radius: 4px;
        padding: {ui(4)}px {ui(10)}px; color: {c("muted")}; font-size: {ui(14)}px; }}
    #segments QToolButton:checked {{ background: {c("accent_soft")}; color: {c("accent")}; font-weight: 600;
        border-bottom: 3px solid {c("accent")}; }}
    #segments QToolButton:focus {{ border: 2px solid {c("focus")}; }}
    #segments:disabled {{ border-color: {c("border")}; }}
    #segments QToolButton:checked:disabled {{ background: {c("sunken")}; color: {c("text")}; border-bottom-color: {c("border_strong")}; }}
    #sample {{ border: 1px solid {c("border_strong")}; border-radius: 8px; padding: {ui(10)}px {ui(14)}px {ui(2)}px {ui(14)}px; }}
    #homeSearch {{ font-size: {ui(18)}px; padding: {ui(10)}px {ui(10)}px; }}
    #settingsSide {{ background: {c("sidebar")}; border-right: 1px solid {c("border")}; }}
    #settingsFoot {{ background: {c("chrome")}; border-top: 1px solid {c("border")}; }}
    #settingRow {{ background: transparent; border: none; border-bottom: 1px solid {c("border")}; }}
    #findBar, #notice {{ background: {c("chrome")}; border-bottom: 1px solid {c("border")}; }}
    #speechBar {{ background: {c("chrome")}; border-top: 1px solid {c("border")}; }}
    #notice {{ background: {c("caution_bg")}; border-bottom: 2px solid {c("caution_bar")}; }}
    #notice[kind="quiet"] {{ background: {c("accent_soft")}; border-bottom: 2px solid {c("accent")}; }}
    """


def _own_things(look: Look) -> str:
    c, ui = look.name_of, look.ui
    return f"""
    #wrappedLink QLabel {{ color: {c("link")}; font-weight: 600; }}
    #wrappedLink QLabel:disabled {{ color: {c("muted")}; }}
    #wrappedLink {{ min-height: 0px; padding: 0px; }}
    QPushButton[kind="danger"] {{ color: {c("red_title")}; }}
    QPushButton[kind="danger"]:disabled {{ color: {c("muted")}; }}
    QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled {{ color: {c("muted")}; text-decoration: none; }}
    QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed {{ background: {c("red_bg")}; }}
    #undoToast {{ background: {c("text")}; border: 1px solid {c("page")}; border-radius: 8px; }}
    #undoToast QLabel {{ color: {c("page")}; }}
    #undoToast QPushButton, #undoToast QToolButton {{ background: transparent; color: {c("page")}; border: 1px solid {c("page")};
        font-weight: 600; padding: {ui(6)}px {ui(12)}px; }}
    #undoToast QToolButton {{ border-color: transparent; padding: {ui(6)}px; }}
    #undoToast QPushButton:focus, #undoToast QToolButton:focus {{ border: 3px solid {c("page")}; padding: {ui(6) - 2}px {ui(12) - 2}px; }}
    #undoToast QToolButton:focus {{ padding: {ui(6) - 2}px; }}
    """


def _lists(look: Look) -> str:
    c, ui = look.name_of, look.ui
    return f"""
    QTreeView, QListView, QTableView {{ background: transparent; border: none; outline: none; }}
    QTableView, QListView#plainList {{ border: 2px solid transparent; border-radius: 4px; }}
    QTableView:focus, QListView#plainList:focus {{ border-color: {c("focus")}; }}
    #results {{ background: {c("page")}; }}
    QTableView {{ background: {c("page")}; alternate-background-color: {c("zebra")}; gridline-color: {c("border")}; }}
    QHeaderView::section {{ background: {c("table_head")}; color: {c("text")}; font-weight: 600; padding: {ui(7)}px {ui(10)}px;
        border: none; border-bottom: 2px solid {c("accent")}; }}
    QScrollArea {{ background: transparent; border: none; }}
    QTabWidget::pane {{ border: 1px solid {c("border")}; }}
    """


def _bars(look: Look, icons: Path) -> str:
    c, ui = look.name_of, look.ui
    width = 18 if look.is_high_contrast or look.text_size >= 150 else 12
    dot = ui(8) * 2  # even, or the ring is none
    tick = (icons / "check.svg").as_posix()  # Qt draws it black
    ground = "accent" if look.colour("on_accent").lightness() < _MIDDLE else "card"
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 2px 0px; }}
    QScrollBar:horizontal {{ background: transparent; height: {width}px; margin: 0px 2px; }}
    QScrollBar::handle {{ background: {c("scroll")}; border-radius: 4px; margin: 0px 2px; }}
    QScrollBar::handle:vertical {{ min-height: 36px; }}
    QScrollBar::handle:horizontal {{ min-width: 36px; }}
    QScrollBar::handle:pressed {{ background: {c("accent")}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {c("sunken")}; border: 1px solid {c("border_strong")}; border-radius: 6px; min-height: {ui(12)}px;
        max-height: {ui(12)}px; }}
    QProgressBar::chunk {{ background: {c("accent")}; border-radius: 5px; }}
    QCheckBox::indicator {{ width: {ui(18)}px; height: {ui(18)}px; border: 2px solid {c("border_strong")};
        border-radius: 4px; background: {c("card")}; }}
    QCheckBox::indicator:checked {{ border-color: {c("accent")}; background: {c(ground)}; image: url("{tick}"); }}
    QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 5px; padding: {ui(2)}px {ui(4)}px; spacing: {ui(8)}px; outline: none; }}
    #settingRow QCheckBox {{ spacing: 0px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {c("focus")}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {c("muted")}; }}
    QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border: 2px solid {c("border_strong")};
        border-radius: {dot // 2 + 2}px; background: {c("card")}; }}
    QRadioButton::indicator:checked {{ border-color: {c("accent")}; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
        fx: 0.5, fy: 0.5, stop: 0 {c("accent")}, stop: 0.58 {c("accent")}, stop: 0.66 {c("card")}, stop: 1 {c("card")}); }}
    QRadioButton::indicator:disabled {{ border-color: {c("muted")}; }}
    QAbstractSpinBox {{ background: {c("card")}; border: 1px solid {c("border_strong")}; border-radius: 6px; min-height: {ui(26)}px;
        padding: {ui(2)}px {ui(6)}px; min-width: {ui(52)}px; selection-background-color: {c("selection")}; selection-color: {c("on_selection")}; }}
    QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0px {ui(4)}px; background: transparent; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border; width: 0px; height: 0px; border: none; }}
    QAbstractSpinBox:focus {{ border: 2px solid {c("focus")}; }}
    QSlider {{ border: 2px solid transparent; border-radius: 6px; }}
    QSlider:focus {{ border-color: {c("focus")}; }}
    QSlider::groove:horizontal {{ height: {ui(4)}px; border-radius: {ui(2)}px; background: {c("border_strong")}; margin: 0px {ui(4)}px; }}
    QSlider::sub-page:horizontal {{ background: {c("accent")}; border-radius: {ui(2)}px; margin: 0px {ui(4)}px; }}
    QSlider::handle:horizontal {{ width: {dot}px; height: {dot}px; margin: -{(dot - ui(4)) // 2}px 0px; border-radius: {dot // 2}px;
        background: {c("accent")}; }}
    QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{ background: {c("muted")}; }}
    QProgressBar, QTabBar, QScrollBar {{ widget-animation-duration: 0; }}
    """
