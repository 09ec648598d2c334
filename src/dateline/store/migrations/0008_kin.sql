-- Pages of large records: sums that count no one twice, and what a period or the review queue needs and no more.

-- Incidents whose tolls may count the same people: their killed are summed together, and never row by row.

ALTER TABLE shown ADD COLUMN kin TEXT;   -- the least id among them; NULL for an incident that shares people with none
CREATE INDEX shown_kin ON shown (kin, id) WHERE kin IS NOT NULL;
CREATE TABLE reaches (                   -- the tolls of other incidents that include a toll of an incident
    incident INTEGER NOT NULL,           -- `shown.number`
    toll     TEXT NOT NULL,
    PRIMARY KEY (incident, toll)
) WITHOUT ROWID;
CREATE TABLE family (                    -- what all of a kin come to together
    kin       TEXT PRIMARY KEY,
    made_from TEXT NOT NULL,
    size      INTEGER NOT NULL,          -- incidents with a number of killed that nobody discounted
    low       INTEGER,
    high      INTEGER,
    incidents INTEGER NOT NULL           -- on how many of them that rests
) WITHOUT ROWID;

CREATE INDEX reading_by_day ON reading (published);

DROP INDEX shown_figures;
CREATE INDEX shown_figures ON shown (exact, day, contested, grade, killed_low, killed_high, kin);
DELETE FROM shown;
DELETE FROM reckoned;
