"""Schema version 3: archived copies of sources, the bytes that are held inside the file, and a source's pedigree.

`archived_copy` is content like any other: logged, undone, replayed. `held_part` is not: it is append-only and addressed
by its content (the SHA-256 of the whole file, cut into parts), so that a step only ever names bytes that are there and
history needs no second copy of them. Its triggers refuse whatever would change or remove a part.
"""

SQL = """
CREATE TABLE archived_copy (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES source (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    mime TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    link TEXT NOT NULL DEFAULT '',
    modified INTEGER NOT NULL DEFAULT 0,
    url TEXT NOT NULL DEFAULT '',
    edition TEXT NOT NULL DEFAULT '',
    captured TEXT NOT NULL,
    acknowledged TEXT NOT NULL DEFAULT '',
    UNIQUE (source_id, sha256, link)
) STRICT, WITHOUT ROWID;

CREATE TABLE held_part (
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    part INTEGER NOT NULL CHECK (part >= 0),
    content BLOB NOT NULL,
    PRIMARY KEY (sha256, part)
) STRICT, WITHOUT ROWID;

ALTER TABLE source ADD COLUMN pedigree_reliability INTEGER CHECK (pedigree_reliability BETWEEN 1 AND 5);
ALTER TABLE source ADD COLUMN pedigree_completeness INTEGER CHECK (pedigree_completeness BETWEEN 1 AND 5);
ALTER TABLE source ADD COLUMN pedigree_temporal INTEGER CHECK (pedigree_temporal BETWEEN 1 AND 5);
ALTER TABLE source ADD COLUMN pedigree_geographical INTEGER CHECK (pedigree_geographical BETWEEN 1 AND 5);
ALTER TABLE source ADD COLUMN pedigree_technological INTEGER CHECK (pedigree_technological BETWEEN 1 AND 5);
"""
