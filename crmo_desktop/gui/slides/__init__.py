"""Slides: parts of the reference set for a wall, painted, and measured."""
