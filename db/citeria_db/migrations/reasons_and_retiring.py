"""Schema version 2: why a step was taken, and areas and indicators that are no longer used but keep their values.

The index over what a change took a row away from covers indicators and sources too, and updates as well as deletes, so
that the history of an indicator or a source finds rows that are gone or moved as fast as that of an area does.
"""

SQL = """
ALTER TABLE step ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE area ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
ALTER TABLE indicator ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
DROP INDEX change_removed;
CREATE INDEX change_left ON change (old)
    WHERE op <> 'insert' AND "column" IN ('area_id', 'indicator_id', 'observation_id', 'source_id');
"""
