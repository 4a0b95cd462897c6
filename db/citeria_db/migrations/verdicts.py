"""Schema version 6: what reviewers hold of single values.

`judged` is what the observation said when it was judged, so that a verdict on a value changed since can be told.
"""

SQL = """
CREATE TABLE verdict (
    id TEXT PRIMARY KEY,
    observation_id TEXT NOT NULL REFERENCES observation (id),
    ruling TEXT NOT NULL CHECK (ruling IN ('accept', 'query', 'reject', 'propose')),
    reviewer TEXT NOT NULL CHECK (reviewer <> ''),
    given TEXT NOT NULL CHECK (given GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    judged TEXT NOT NULL,
    comment TEXT NOT NULL DEFAULT '',
    proposed TEXT NOT NULL DEFAULT '',
    wrong TEXT NOT NULL DEFAULT '' CHECK (wrong IN ('', 'ours', 'theirs', 'both', 'neither', 'lacking')),
    answer TEXT NOT NULL DEFAULT '',
    answered_by TEXT NOT NULL DEFAULT '',
    CHECK ((ruling = 'propose') = (proposed <> ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_observation ON verdict (observation_id);
"""
