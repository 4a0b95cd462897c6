"""Schema version 1: areas, indicators, sources, observations, citations, indices, published rankings, notes, history.

Frozen once released: later versions are further scripts. Two rules hold for every table with content, because history
and undo are generated from the schema:

* its one primary key is `id`, a UUIDv7 text, and it is WITHOUT ROWID (so that no hidden second key can be replaced);
* a column has a default only if it is NOT NULL, and the default never changes: history leaves out what equals it.
"""

SQL = """
CREATE TABLE project (
    id TEXT PRIMARY KEY CHECK (id = 'project'),
    title TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE area (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    kind TEXT NOT NULL,
    parent_id TEXT REFERENCES area (id),
    latitude REAL CHECK (latitude BETWEEN -90.0 AND 90.0),
    longitude REAL CHECK (longitude BETWEEN -180.0 AND 180.0),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX area_parent ON area (parent_id);

CREATE TABLE area_name (
    id TEXT PRIMARY KEY,
    area_id TEXT NOT NULL REFERENCES area (id),
    role TEXT NOT NULL CHECK (role IN ('shown', 'variant')),
    language TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (area_id, role, language, name)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX area_name_shown ON area_name (area_id, language) WHERE role = 'shown';

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    csl TEXT NOT NULL CHECK (json_valid(csl)),
    url_canonical TEXT NOT NULL DEFAULT '',
    doi TEXT NOT NULL DEFAULT '',
    producer TEXT NOT NULL DEFAULT '',
    licence TEXT NOT NULL DEFAULT '',
    redistributable INTEGER CHECK (redistributable IN (0, 1)),
    reliability INTEGER CHECK (reliability BETWEEN 1 AND 5),
    derived_from TEXT REFERENCES source (id),
    update_period_days INTEGER CHECK (update_period_days > 0),
    character TEXT NOT NULL DEFAULT '' CHECK (character IN ('', 'primary', 'secondary')),
    merged_into TEXT REFERENCES source (id),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX source_url ON source (url_canonical) WHERE url_canonical <> '';
CREATE INDEX source_doi ON source (doi) WHERE doi <> '';

CREATE TABLE grouping (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL,
    source_id TEXT REFERENCES source (id),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE area_group (
    id TEXT PRIMARY KEY,
    grouping_id TEXT NOT NULL REFERENCES grouping (id),
    code TEXT NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL,
    colour TEXT NOT NULL DEFAULT '',
    story TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    UNIQUE (grouping_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_member (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES area_group (id),
    area_id TEXT NOT NULL REFERENCES area (id),
    position INTEGER NOT NULL,
    UNIQUE (group_id, area_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_area ON group_member (area_id);

CREATE TABLE collection (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    title TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    definition TEXT NOT NULL DEFAULT '',
    direction INTEGER NOT NULL DEFAULT 0 CHECK (direction IN (-1, 0, 1)),
    kind TEXT NOT NULL DEFAULT 'number' CHECK (kind IN ('number', 'ordinal', 'text')),
    area_kind TEXT NOT NULL DEFAULT '',
    measure TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_collection (
    id TEXT PRIMARY KEY,
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    collection_id TEXT NOT NULL REFERENCES collection (id),
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (indicator_id, collection_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX indicator_collection_collection ON indicator_collection (collection_id);

CREATE TABLE observation (
    id TEXT PRIMARY KEY,
    area_id TEXT NOT NULL REFERENCES area (id),
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    period_start TEXT NOT NULL CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    period_end TEXT NOT NULL CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    value_num REAL CHECK (value_num > -9e999 AND value_num < 9e999),
    value_text TEXT NOT NULL DEFAULT '',
    printed_text TEXT NOT NULL DEFAULT '',
    qualifier TEXT NOT NULL DEFAULT '=' CHECK (qualifier IN ('=', '~', '<', '<~', '<=', '>', '>=', 'range')),
    low REAL CHECK (low > -9e999 AND low < 9e999),
    high REAL CHECK (high > -9e999 AND high < 9e999),
    unit TEXT NOT NULL DEFAULT '',
    multiplier REAL NOT NULL DEFAULT 1.0 CHECK (multiplier > 0.0 AND multiplier < 9e999),
    currency TEXT NOT NULL DEFAULT '',
    price_basis TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'reported' CHECK (status IN (
        'reported', 'estimated', 'forecast', 'provisional', 'imputed', 'modelled', 'announced', 'planned', 'target',
        'claimed')),
    missing_reason TEXT CHECK (missing_reason IN (
        'not_found', 'not_collected', 'cannot_exist', 'not_applicable', 'suppressed')),
    preferred INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1)),
    review_state TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL,
    CHECK (period_start <= period_end),
    CHECK (low <= high),
    CHECK (qualifier <> 'range' OR (low IS NOT NULL AND high IS NOT NULL)),
    CHECK (value_num IS NOT NULL OR value_text <> '' OR missing_reason IS NOT NULL OR qualifier = 'range'),
    CHECK (missing_reason IS NULL OR (value_num IS NULL AND value_text = '' AND low IS NULL AND high IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_cell ON observation (area_id, indicator_id, period_end, period_start, preferred);
CREATE INDEX observation_indicator ON observation (indicator_id);
CREATE UNIQUE INDEX observation_preferred ON observation (area_id, indicator_id, period_end, period_start)
    WHERE preferred = 1;

CREATE TABLE observation_flag (
    id TEXT PRIMARY KEY,
    observation_id TEXT NOT NULL REFERENCES observation (id),
    flag TEXT NOT NULL CHECK (flag <> ''),
    UNIQUE (observation_id, flag)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
    id TEXT PRIMARY KEY,
    observation_id TEXT NOT NULL REFERENCES observation (id),
    source_id TEXT NOT NULL REFERENCES source (id),
    role TEXT NOT NULL DEFAULT 'primary'
        CHECK (role IN ('primary', 'via', 'corroborates', 'contradicts', 'method')),
    locator_type TEXT NOT NULL DEFAULT '',
    locator TEXT NOT NULL DEFAULT '',
    quote TEXT NOT NULL DEFAULT '',
    quote_language TEXT NOT NULL DEFAULT '',
    translation TEXT NOT NULL DEFAULT '',
    retrieved TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_observation ON citation (observation_id, role);
CREATE INDEX citation_source ON citation (source_id);

CREATE TABLE note (
    id TEXT PRIMARY KEY,
    scope TEXT NOT NULL CHECK (scope IN (
        'area', 'indicator', 'area_indicator', 'indicator_period', 'cell', 'observation', 'source')),
    area_id TEXT REFERENCES area (id),
    indicator_id TEXT REFERENCES indicator (id),
    period_start TEXT,
    period_end TEXT,
    observation_id TEXT REFERENCES observation (id),
    source_id TEXT REFERENCES source (id),
    text TEXT NOT NULL CHECK (text <> ''),
    CHECK ((area_id IS NOT NULL) = (scope IN ('area', 'area_indicator', 'cell'))),
    CHECK ((indicator_id IS NOT NULL) = (scope IN ('indicator', 'area_indicator', 'indicator_period', 'cell'))),
    CHECK ((period_start IS NOT NULL) = (scope IN ('indicator_period', 'cell'))),
    CHECK ((period_end IS NOT NULL) = (scope IN ('indicator_period', 'cell'))),
    CHECK ((observation_id IS NOT NULL) = (scope = 'observation')),
    CHECK ((source_id IS NOT NULL) = (scope = 'source'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX note_area ON note (area_id) WHERE scope = 'area';
CREATE UNIQUE INDEX note_indicator ON note (indicator_id) WHERE scope = 'indicator';
CREATE UNIQUE INDEX note_area_indicator ON note (area_id, indicator_id) WHERE scope = 'area_indicator';
CREATE UNIQUE INDEX note_indicator_period ON note (indicator_id, period_start, period_end)
    WHERE scope = 'indicator_period';
CREATE UNIQUE INDEX note_cell ON note (area_id, indicator_id, period_start, period_end) WHERE scope = 'cell';
CREATE UNIQUE INDEX note_observation ON note (observation_id) WHERE scope = 'observation';
CREATE UNIQUE INDEX note_source ON note (source_id) WHERE scope = 'source';

CREATE TABLE published_ranking (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    index_name TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE published_rank (
    id TEXT PRIMARY KEY,
    ranking_id TEXT NOT NULL REFERENCES published_ranking (id),
    area_id TEXT NOT NULL REFERENCES area (id),
    rank INTEGER NOT NULL CHECK (rank >= 1),
    score REAL CHECK (score > -9e999 AND score < 9e999),
    source_id TEXT REFERENCES source (id),
    position INTEGER NOT NULL,
    UNIQUE (ranking_id, area_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE composite_index (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    as_of_start TEXT NOT NULL,
    as_of_end TEXT NOT NULL,
    recipe TEXT NOT NULL DEFAULT '',
    published_id TEXT REFERENCES published_ranking (id),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE index_area (
    id TEXT PRIMARY KEY,
    index_id TEXT NOT NULL REFERENCES composite_index (id),
    area_id TEXT NOT NULL REFERENCES area (id),
    position INTEGER NOT NULL,
    UNIQUE (index_id, area_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE node (
    id TEXT PRIMARY KEY,
    index_id TEXT NOT NULL REFERENCES composite_index (id),
    code TEXT NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL,
    parent_id TEXT REFERENCES node (id),
    weight REAL NOT NULL CHECK (weight >= 0.0 AND weight < 9e999),
    indicator_id TEXT REFERENCES indicator (id),
    direction INTEGER NOT NULL DEFAULT 1 CHECK (direction IN (-1, 1)),
    period_start TEXT,
    period_end TEXT,
    statuses TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    CHECK ((period_start IS NULL) = (period_end IS NULL)),
    UNIQUE (index_id, code)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX node_root ON node (index_id) WHERE parent_id IS NULL;
CREATE UNIQUE INDEX node_leaf ON node (index_id, indicator_id) WHERE indicator_id IS NOT NULL;

CREATE TABLE step (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    undoes TEXT REFERENCES step (id),
    outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1))
) STRICT;

CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    step TEXT NOT NULL REFERENCES step (id),
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
    "column" TEXT NOT NULL,
    old ANY,
    new ANY
) STRICT;
CREATE INDEX change_step ON change (step);
CREATE INDEX change_row ON change ("row");
CREATE INDEX change_removed ON change (old)
    WHERE op = 'delete' AND "column" IN ('area_id', 'observation_id');

CREATE TABLE writing (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    step TEXT,
    base INTEGER NOT NULL DEFAULT 0 CHECK (base IN (0, 1))
) STRICT;
INSERT INTO writing (id) VALUES (1);
"""
