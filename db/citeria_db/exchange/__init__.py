"""Formats by which data come in and go out. One module per format; nothing here knows a window."""
