"""The project file: storage, history, queries, exchange formats. Knows no Qt."""
