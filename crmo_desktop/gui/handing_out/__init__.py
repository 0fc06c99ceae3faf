"""What a room takes home: slides on paper, as .pptx, questions as Anki package and text."""
