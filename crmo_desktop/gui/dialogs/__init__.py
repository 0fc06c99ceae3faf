"""Questions and information that stand in front of the window."""
