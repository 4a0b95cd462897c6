"""Archived copies of sources: what a file is, how it is named, the bytes that are held, and the steps about them."""
