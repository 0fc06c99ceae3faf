"""Runs before the program on Windows: what Windows does not give it.

The program that the start menu starts has no terminal, so Python has nowhere to print, and says so by None.

A picture (`--screenshot`) and the self-test are drawn off screen, by Qt's part for that. On Windows it asks a
folder for fonts, not the system, and complains of the one that PySide6 does not have.
"""

import os
import sys

if sys.stdout is None:
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # for as long as the program runs
if sys.stderr is None:
    sys.stderr = sys.stdout
os.environ.setdefault("QT_QPA_FONTDIR", f"{sys._MEIPASS}\\resources\\fonts")  # type: ignore[attr-defined]  # PyInstaller's
