"""The command line: everything the window can do without a screen, by codes, importing no Qt for it."""
