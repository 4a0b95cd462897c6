"""The window and the command line: two fronts on the same session."""
