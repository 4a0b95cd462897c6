"""What the window shows, a widget a view: each takes a bridge and a theme, reads the session, computes nothing."""
