-- The record from its first version. Reports, readings, claims, judgements and the log are append-only: triggers hold it.
-- Everything under "Derived" is reckoned from them and replaced as a whole.

CREATE TABLE report (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,   -- "sha256:" and the hash of the raw bytes
    file     TEXT NOT NULL,          -- the name it was first added under
    metadata TEXT,                   -- JSON: the row of the user's table, as given
    raw      BLOB NOT NULL           -- the bytes, deflated
);

-- What one engine version made of a report's bytes. The latest reading of a report is the one that counts.
CREATE TABLE reading (
    number    INTEGER PRIMARY KEY,
    report    TEXT NOT NULL REFERENCES report (id),
    engine    TEXT NOT NULL,
    published TEXT,
    outlet    TEXT,
    title     TEXT,
    text      TEXT NOT NULL,         -- the cleaned text, to which every offset refers
    origin    BLOB NOT NULL,         -- JSON, deflated: the map back to the decoded bytes
    body      TEXT NOT NULL          -- JSON: the rest of the report
);
CREATE INDEX reading_of_report ON reading (report, number);

CREATE TABLE claim (
    reading  INTEGER NOT NULL REFERENCES reading (number),
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('event', 'toll', 'control')),
    stance   TEXT NOT NULL,
    first    TEXT,                   -- days, half-open as in `When`
    after    TEXT,
    place    TEXT REFERENCES place (digest),
    body     TEXT NOT NULL,
    PRIMARY KEY (reading, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX claim_by_id ON claim (id, reading);

-- Entries of the gazetteer as they were when a claim was read; each is kept once, named by the hash of its JSON.
CREATE TABLE place (
    digest TEXT PRIMARY KEY,
    body   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE judgement (
    number  INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'correct', 'reject', 'merge', 'split', 'withdraw')),
    subject TEXT NOT NULL,           -- id of the claim or incident
    body    TEXT NOT NULL DEFAULT '{}',
    note    TEXT
);
CREATE INDEX judgement_of_subject ON judgement (subject, number);

CREATE TABLE log (
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    who    TEXT NOT NULL,
    engine TEXT NOT NULL,
    event  TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE VIEW live_reading AS
    SELECT max(number) AS number, report FROM reading GROUP BY report;

-- A claim counts unless the latest judgement on it rejects it.
CREATE VIEW rejected AS
    SELECT subject FROM judgement AS last
    WHERE verdict = 'reject'
      AND number = (SELECT max(number) FROM judgement WHERE subject = last.subject);

CREATE VIEW live_claim AS
    SELECT claim.*, reading.report, report.file
    FROM live_reading
    JOIN reading ON reading.number = live_reading.number
    JOIN report ON report.id = reading.report
    JOIN claim ON claim.reading = reading.number
    WHERE claim.id NOT IN (SELECT subject FROM rejected);

CREATE TRIGGER report_stays BEFORE UPDATE ON report BEGIN SELECT raise(ABORT, 'reports are append-only'); END;
CREATE TRIGGER report_remains BEFORE DELETE ON report BEGIN SELECT raise(ABORT, 'reports are append-only'); END;
CREATE TRIGGER reading_stays BEFORE UPDATE ON reading BEGIN SELECT raise(ABORT, 'readings are append-only'); END;
CREATE TRIGGER reading_remains BEFORE DELETE ON reading BEGIN SELECT raise(ABORT, 'readings are append-only'); END;
CREATE TRIGGER claim_stays BEFORE UPDATE ON claim BEGIN SELECT raise(ABORT, 'claims are append-only'); END;
CREATE TRIGGER claim_remains BEFORE DELETE ON claim BEGIN SELECT raise(ABORT, 'claims are append-only'); END;
CREATE TRIGGER place_stays BEFORE UPDATE ON place BEGIN SELECT raise(ABORT, 'places are append-only'); END;
CREATE TRIGGER place_remains BEFORE DELETE ON place BEGIN SELECT raise(ABORT, 'places are append-only'); END;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement BEGIN SELECT raise(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgement_remains BEFORE DELETE ON judgement BEGIN SELECT raise(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER log_stays BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_remains BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

-- Derived.

CREATE TABLE incident (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    body     TEXT NOT NULL
);

CREATE TABLE link (
    position INTEGER PRIMARY KEY,
    one      TEXT NOT NULL,          -- ids of two event claims, one < other
    other    TEXT NOT NULL,
    joined   INTEGER NOT NULL,
    body     TEXT NOT NULL
);
CREATE INDEX link_of_one ON link (one);
CREATE INDEX link_of_other ON link (other);

CREATE TABLE toll (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    incident TEXT,
    body     TEXT NOT NULL
);
CREATE INDEX toll_of_incident ON toll (incident);

CREATE TABLE spell (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    body     TEXT NOT NULL
);

-- What the derived tables were reckoned from; they lag behind the record where these differ from its latest numbers.
CREATE TABLE reckoned (
    reading   INTEGER NOT NULL,
    judgement INTEGER NOT NULL,
    engine    TEXT NOT NULL
);
