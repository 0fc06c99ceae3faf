"""How much of a page for families is shown."""

from enum import StrEnum


class Depth(StrEnum):
    """How deep a reader goes into a topic; keys 1, 2 and 3."""

    SENTENCE = "sentence"
    SHORT = "short"  # the sentence and the key points: thirty seconds
    EVERYTHING = "everything"
