"""How pictures are drawn: a picture's values and a width in, shapes, words and named places out."""
