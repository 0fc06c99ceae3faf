"""Reads a compiled content pack into domain values."""
