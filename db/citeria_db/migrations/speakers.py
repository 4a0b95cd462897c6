"""Schema version 5: who says what a citation quotes, where that is not who published it."""

SQL = """
ALTER TABLE citation ADD COLUMN speaker TEXT NOT NULL DEFAULT '';
"""
