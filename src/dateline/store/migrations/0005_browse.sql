-- What pages and lists look through: one short row for each incident, with whom and what finds it. Derived, and filled anew
-- with the tolls; an incident that changed gets another number, so that nothing in the words' index has to be taken out.

CREATE TABLE shown (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    made_from   TEXT NOT NULL,       -- digest of all that the row was made from
    type        TEXT NOT NULL,
    day         TEXT NOT NULL,       -- by which it is ordered: its first or else last day, '9999' where none is told
    first       TEXT,
    last        TEXT,
    exact       INTEGER NOT NULL,    -- 1 where it is known to the day
    spot        INTEGER,
    place       TEXT,                -- its place's digest: the same place may be known more or less closely
    lat         REAL,                -- only of sites and towns
    lon         REAL,
    grade       TEXT NOT NULL,
    contested   INTEGER NOT NULL,
    killed_low  INTEGER,
    killed_high INTEGER,
    reports     INTEGER NOT NULL,
    part_of     TEXT
);
CREATE INDEX shown_by_day ON shown (day, id);
CREATE INDEX shown_at ON shown (spot);
-- What figures, histograms and maps of many incidents are made from, without going to the rows themselves.
CREATE INDEX shown_figures ON shown (exact, day, contested, grade, killed_low, killed_high, part_of);
CREATE INDEX shown_types ON shown (type, day, id);
CREATE INDEX shown_grades ON shown (grade, day, id);
CREATE INDEX shown_points ON shown (lat, lon, type, contested, killed_low, killed_high) WHERE lat IS NOT NULL;
CREATE INDEX shown_wide ON shown (killed_low, day, id) WHERE lat IS NULL;
CREATE INDEX shown_parts ON shown (part_of) WHERE part_of IS NOT NULL;

-- Parties and outlets by name; `plain` is the name as it is compared with what a user types.
CREATE TABLE party (
    number  INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    plain   TEXT NOT NULL,
    id      TEXT,
    kind    TEXT,
    side    TEXT
);
CREATE TABLE taking_part (
    party    INTEGER NOT NULL,
    role     TEXT NOT NULL,          -- by, against, says (vouches for it), prints (an outlet)
    incident INTEGER NOT NULL,
    PRIMARY KEY (party, role, incident)
) WITHOUT ROWID;
CREATE INDEX taking_part_in ON taking_part (incident);
CREATE TABLE role (                  -- in how many incidents a party has each role
    party     INTEGER NOT NULL,
    role      TEXT NOT NULL,
    incidents INTEGER NOT NULL,
    PRIMARY KEY (party, role)
) WITHOUT ROWID;

-- Places of incidents and spells, by their id in the gazetteer.
CREATE TABLE spot (
    number INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,            -- as it is known most closely
    name   TEXT NOT NULL,
    plain  TEXT NOT NULL             -- all names and the province, as they are compared with what a user types
);

-- The incidents that a claim tells of or belongs to.
CREATE TABLE told (
    claim    TEXT NOT NULL,
    incident INTEGER NOT NULL,
    PRIMARY KEY (claim, incident)
) WITHOUT ROWID;
CREATE INDEX told_of ON told (incident);

CREATE TABLE holding (
    spell  TEXT PRIMARY KEY,
    spot   INTEGER NOT NULL,
    holder TEXT NOT NULL,
    first  TEXT,
    last   TEXT,
    ended  TEXT,                     -- the last day on which it may have lasted, where something ended it
    status TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX holding_at ON holding (spot);
CREATE INDEX holding_by ON holding (holder);

-- Words of incidents (their quotes, names, titles of their reports) by `shown.number`, and of reports by `reading.number`.
CREATE VIRTUAL TABLE words_of_incident USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE words_of_report USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 2');

DELETE FROM reckoned;
