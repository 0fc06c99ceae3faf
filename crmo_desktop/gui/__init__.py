"""The window: the only layer that knows Qt."""

from crmo_desktop.gui import pyside

pyside.load()  # before anything here imports a part of it
