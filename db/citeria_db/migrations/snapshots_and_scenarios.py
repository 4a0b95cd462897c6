"""Schema version 4: rankings kept under a name, and what is tried over an index without touching its data.

`snapshot.content` holds the inputs and the outcome of a ranking as JSON (`citeria_core.kept_ranking`), `hash` its
SHA-256: it stays as it was taken, whatever becomes of the values, so that an edition can name it by its hash. What a
scenario tries names nodes, areas and indicators by code, so that it stands in nobody's way when one of them goes.
"""

SQL = """
CREATE TABLE snapshot (
    id TEXT PRIMARY KEY,
    index_id TEXT NOT NULL REFERENCES composite_index (id),
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT NOT NULL DEFAULT '',
    taken TEXT NOT NULL,
    author TEXT NOT NULL DEFAULT '',
    step INTEGER NOT NULL CHECK (step >= 0),
    recipe TEXT NOT NULL,
    recipe_hash TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    hash TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (index_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario (
    id TEXT PRIMARY KEY,
    index_id TEXT NOT NULL REFERENCES composite_index (id),
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT NOT NULL DEFAULT '',
    tried TEXT NOT NULL CHECK (json_valid(tried)),
    position INTEGER NOT NULL,
    UNIQUE (index_id, name)
) STRICT, WITHOUT ROWID;
"""
