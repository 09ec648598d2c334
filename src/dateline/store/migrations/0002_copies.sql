-- Which reports are copies of one text. Derived from the readings' texts, but found as reports come in.

-- Bands of the MinHash of each report's text; `day` is the ordinal of its publication, 0 where it tells none.
CREATE TABLE band (
    key    INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (key, day, report)
) WITHOUT ROWID;
CREATE INDEX band_of_report ON band (report);

-- Pairs of copies, each both ways round, and the report that stands for each group of them.
CREATE TABLE copy (
    one   TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE copy_of (
    report TEXT PRIMARY KEY,
    story  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX copies_of_story ON copy_of (story);

-- Reports whose text has not been held against the others yet.
CREATE TABLE uncompared (report TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO uncompared SELECT id FROM report;

-- The same views as before, told so that one report's or one claim's rows are found without going through all.
DROP VIEW live_claim;
DROP VIEW live_reading;
CREATE VIEW live_reading AS
    SELECT number, report FROM reading AS one
    WHERE number = (SELECT max(number) FROM reading WHERE report = one.report);
CREATE VIEW live_claim AS
    SELECT claim.*, reading.report, report.file
    FROM claim
    JOIN reading ON reading.number = claim.reading
    JOIN report ON report.id = reading.report
    WHERE reading.number = (SELECT max(number) FROM reading AS other WHERE other.report = reading.report)
      AND claim.id NOT IN (SELECT subject FROM rejected);
