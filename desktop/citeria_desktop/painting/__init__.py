"""Shapes, bars and colour scales drawn with a QPainter, the same on the screen and in a picture."""
