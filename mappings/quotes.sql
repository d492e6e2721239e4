-- The tables of the SQLite engine. Statements end with a semicolon, and there is no other semicolon in this file.
-- {next} is empty for the live tables, and "_next" for those that a rebuild fills beside them.
-- Indexes are UNIQUE constraints, which hold as each contains an id: SQLite names these indexes after their
-- table and renames them with it, so that a rebuild can be swapped in without a clash of names.

CREATE TABLE articles{next} (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    outlet TEXT,
    outlet_words TEXT NOT NULL,
    published TEXT,
    quotes INTEGER NOT NULL,
    places TEXT NOT NULL,
    facts TEXT NOT NULL,
    body TEXT NOT NULL,
    mentions TEXT NOT NULL,
    meant TEXT NOT NULL,
    UNIQUE (published, outlet, outlet_words, quotes, number)
);

-- The columns that a search filters, sorts and counts by: narrow, so that reading many rows stays cheap.
CREATE TABLE quotes{next} (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    act TEXT NOT NULL,
    content_confidence REAL NOT NULL,
    speaker_confidence REAL NOT NULL,
    speaker_id TEXT,
    speaker_probable INTEGER NOT NULL,
    outlet TEXT,
    said_from TEXT,
    said_to TEXT,
    published TEXT,
    when_from TEXT,
    when_to TEXT,
    speaker_kind TEXT NOT NULL,
    speaker_name TEXT,
    fullness INTEGER NOT NULL,
    fingerprint BLOB,
    mark BLOB,
    utterance INTEGER,
    UNIQUE (fingerprint, number),
    UNIQUE (mark, number),
    UNIQUE (article, position),
    UNIQUE (speaker_id, id),
    UNIQUE (when_from, id)
);

-- The people and bodies whom the names of all articles stand for (indexer.identity), as the last pass found them.
CREATE TABLE people{next} (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL
) WITHOUT ROWID;

-- Quotes with a mark that were not compared with others yet. For all other quotes, "utterance" is the number of the
-- first quote that reports the same words, or NULL if that is the quote itself.
CREATE TABLE unlinked{next} (
    number INTEGER PRIMARY KEY
);

-- The marks that were compared, with their words as they are compared, or NULL if they are compared with no other.
CREATE TABLE wordings{next} (
    number INTEGER PRIMARY KEY,
    mark BLOB NOT NULL UNIQUE,
    text TEXT
);

-- Those that cannot be compared with others, and why: their quotes are grouped by their marks alone.
CREATE TABLE set_aside{next} (
    wording INTEGER PRIMARY KEY,
    reason TEXT NOT NULL
);

CREATE TABLE wording_keys{next} (
    key INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    PRIMARY KEY (key, wording)
) WITHOUT ROWID;

-- Each link of two wordings, in both directions.
CREATE TABLE links{next} (
    wording INTEGER NOT NULL,
    other INTEGER NOT NULL,
    relation TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (wording, other)
) WITHOUT ROWID;

-- The quotes themselves, read for the rows of one page only.
CREATE TABLE records{next} (
    number INTEGER PRIMARY KEY,
    record TEXT NOT NULL
);

-- The vectors of quotes, 384 signed bytes each, by regions of the vector space, of which a search reads a few. Only
-- quotes that were stored while the store was semantic have a row.
CREATE TABLE vectors{next} (
    region INTEGER NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    vector BLOB NOT NULL,
    PRIMARY KEY (region, number)
) WITHOUT ROWID;

-- The searched words, made by indexer.text and joined by one ASCII space. Those of the content have a table of their
-- own: for every wording that is checked, hundreds of its rows are read.
CREATE TABLE contents{next} (
    number INTEGER PRIMARY KEY,
    fingerprint BLOB,
    content_words TEXT NOT NULL,
    content_stems TEXT NOT NULL
);

CREATE TABLE words{next} (
    number INTEGER PRIMARY KEY,
    quoted_words TEXT NOT NULL,
    quoted_stems TEXT NOT NULL,
    context_words TEXT NOT NULL,
    context_stems TEXT NOT NULL,
    name_words TEXT NOT NULL,
    printed_words TEXT NOT NULL,
    outlet_words TEXT NOT NULL
);

-- One index for each place where words can be searched: a single one would read the longest for every query.
-- Everything but separators (Z*) is part of a token, so that a token is what stands between two spaces.
CREATE VIRTUAL TABLE content_search{next} USING fts5(
    content_words, content_stems, content='contents', content_rowid='number',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

CREATE VIRTUAL TABLE quoted_search{next} USING fts5(
    quoted_words, quoted_stems, content='words', content_rowid='number',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

CREATE VIRTUAL TABLE context_search{next} USING fts5(
    context_words, context_stems, content='words', content_rowid='number',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

CREATE VIRTUAL TABLE source_search{next} USING fts5(
    name_words, printed_words, outlet_words, content='words', content_rowid='number',
    detail=column, columnsize=0,
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

-- The stems of each article's own sentences: a row has the number of its article.
CREATE VIRTUAL TABLE sentence_search{next} USING fts5(
    stems,
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

-- How many quotes, and how many articles in their own sentences, have a stem: FTS5 is slow to count a frequent one.
CREATE TABLE terms{next} (
    stem TEXT PRIMARY KEY,
    quotes INTEGER NOT NULL,
    articles INTEGER NOT NULL
) WITHOUT ROWID;
