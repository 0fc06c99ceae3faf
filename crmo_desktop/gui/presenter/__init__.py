"""Presenting: the wall, the console, one screen or two."""
