"""How the console looks beside the window's own style sheet: always dark, whatever the reader chose."""

from dataclasses import replace

from crmo_desktop.gui.theme import Appearance, Look


def console_look(appearance: Appearance) -> Look:
    """The reader's look in the dark: high contrast stays high contrast."""
    look = appearance.look
    return replace(look, theme=appearance.theme("hc_black" if look.is_high_contrast else "dark"))


def console_css(look: Look) -> str:
    """Rules of the console's own parts."""
    c, ui = look.name_of, look.ui
    edge = f"border: 2px solid {c('accent')};" if look.is_high_contrast else ""
    return f"""
    #console, #consoleBody, #consoleSide {{ background: {c("window")}; }}
    #consoleHead {{ background: {c("chrome")}; border-bottom: 1px solid {c("border")}; }}
    #consoleFoot {{ background: {c("chrome")}; border-top: 1px solid {c("border")}; }}
    QLabel[kind="consoleTitle"] {{ font-size: {ui(17)}px; font-weight: 600; }}
    QLabel[kind="clockName"] {{ color: {c("muted")}; font-size: {ui(13.5)}px; }}
    QLabel[kind="clock"] {{ font-size: {min(ui(26), 39)}px; font-weight: 600; }}
    QLabel[kind="clock"][state="good"] {{ color: {c("good")}; }}
    QLabel[kind="clock"][state="paused"] {{ color: {c("caution_title")}; }}
    QLabel[kind="clock"][state="over"] {{ color: {c("red_title")}; }}
    QLabel[kind="covered"] {{ color: {c("caution_title")}; background: {c("caution_bg")}; font-weight: 600;
        padding: 1px {ui(6)}px; border-radius: 4px; }}
    #console QPushButton[kind="console"] {{ text-align: left; padding: {ui(7)}px {ui(12)}px;
        min-height: {ui(36) - 2 * ui(7) - 2}px; }}
    #console QPushButton[kind="small"] {{ min-height: {ui(22)}px; }}
    #console QPushButton[kind="console"]:focus {{ padding: {ui(7) - 1}px {ui(12) - 1}px; }}
    QPushButton[kind="console"]:checked {{ background: {c("accent_soft")}; color: {c("accent")};
        border-color: {c("accent")}; font-weight: 600; {edge} }}
    QPushButton[kind="console"]:checked:focus {{ border: 2px solid {c("focus")}; }}
    #slideList {{ background: {c("page")}; border: 1px solid {c("border")}; border-radius: 8px;
        padding: {ui(4)}px 0px; }}
    #consoleNotes {{ background: transparent; border: 2px solid transparent; border-radius: 4px; }}
    #consoleNotes:focus {{ border-color: {c("focus")}; }}
    #handCounts {{ background: {c("page")}; border: 1px solid {c("border")}; border-radius: 8px; }}
    """
