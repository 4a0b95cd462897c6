"""Small windows and panels that ask for something."""
