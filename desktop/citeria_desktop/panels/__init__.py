"""Parts of views that stand on their own."""
