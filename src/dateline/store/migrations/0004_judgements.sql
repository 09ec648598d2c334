-- More that a person may judge: accept, correct, part, add, grade. A withdrawal takes back one judgement, and what stood
-- before it stands again; one without `undoes`, from before, takes back all on its subject.

DROP VIEW live_claim;
DROP VIEW rejected;
CREATE TABLE judged (
    number  INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (
        verdict IN ('accept', 'correct', 'reject', 'merge', 'split', 'part', 'add', 'grade', 'withdraw')
    ),
    subject TEXT NOT NULL,           -- what is judged (model/judgement.py)
    body    TEXT NOT NULL DEFAULT '{}',
    note    TEXT,
    undoes  INTEGER,
    thing   TEXT AS (                -- the claim, incident, report or link that the subject is about
        CASE WHEN subject LIKE 'link of %' OR NOT instr(subject, ' of ') THEN subject
             ELSE substr(subject, instr(subject, ' of ') + 4) END
    )
);
INSERT INTO judged (number, at, who, verdict, subject, body, note)
    SELECT number, at, who, verdict, subject, body, note FROM judgement;
DROP TABLE judgement;
ALTER TABLE judged RENAME TO judgement;
CREATE INDEX judgement_of_subject ON judgement (subject, number);
CREATE INDEX judgement_of_thing ON judgement (thing, number);
CREATE UNIQUE INDEX judgement_undone ON judgement (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement BEGIN SELECT raise(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgement_remains BEFORE DELETE ON judgement BEGIN SELECT raise(ABORT, 'judgements are append-only'); END;

-- The judgements that are withdrawn. A withdrawal may be withdrawn itself, and so on: what stands at the end counts.
CREATE VIEW undone AS
    WITH RECURSIVE chain (number, last, length) AS (
        SELECT undoes, number, 1 FROM judgement
        WHERE undoes IN (SELECT number FROM judgement WHERE undoes IS NULL)
        UNION ALL
        SELECT chain.number, judgement.number, length + 1 FROM chain JOIN judgement ON undoes = last
    )
    SELECT number FROM chain GROUP BY number HAVING max(length) % 2 = 1;

-- The judgements that count: of those on a subject that are not withdrawn, the latest. They are kept apart, so that to look
-- up a claim costs the same however many were judged.
CREATE VIEW counting AS
    SELECT subject, number, verdict FROM judgement AS one
    WHERE verdict <> 'withdraw'
      AND number NOT IN (SELECT number FROM undone)
      AND NOT EXISTS (
          SELECT 1 FROM judgement AS later
          WHERE later.subject = one.subject AND later.number > one.number AND later.undoes IS NULL
            AND later.number NOT IN (SELECT number FROM undone)
      );

CREATE TABLE stands (
    subject TEXT PRIMARY KEY,
    number  INTEGER NOT NULL,
    verdict TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO stands SELECT * FROM counting;
CREATE TRIGGER judgement_stands AFTER INSERT ON judgement BEGIN
    DELETE FROM stands WHERE subject = NEW.subject;
    INSERT INTO stands SELECT * FROM counting WHERE subject = NEW.subject;
END;
CREATE VIEW standing AS SELECT judgement.* FROM stands JOIN judgement USING (number);

-- Claims that a person brought in and that nobody vouches for any more.
CREATE INDEX judgement_adding ON judgement (subject) WHERE verdict = 'add';
CREATE VIEW not_added AS
    SELECT substr(subject, length('adding of ') + 1) AS claim FROM judgement AS one
    WHERE verdict = 'add' AND NOT EXISTS (SELECT 1 FROM stands WHERE stands.subject = one.subject);

-- A claim counts unless the judgement on it rejects it.
CREATE VIEW rejected AS
    SELECT subject FROM stands WHERE verdict = 'reject';

-- Values that a person put right, by claim.
CREATE VIEW corrected AS
    SELECT json_extract(body, '$.claims[0]') AS claim, json_extract(body, '$.field') AS field, * FROM standing
    WHERE verdict = 'correct';

-- The claims of the latest readings: all of them, and those that count.
CREATE VIEW read_claim AS
    SELECT claim.*, reading.report, report.file
    FROM claim
    JOIN reading ON reading.number = claim.reading
    JOIN report ON report.id = reading.report
    WHERE reading.number = (SELECT max(number) FROM reading AS other WHERE other.report = reading.report)
      AND claim.id NOT IN (SELECT claim FROM not_added);
CREATE VIEW live_claim AS
    SELECT claim.*, reading.report, report.file
    FROM claim
    JOIN reading ON reading.number = claim.reading
    JOIN report ON report.id = reading.report
    WHERE reading.number = (SELECT max(number) FROM reading AS other WHERE other.report = reading.report)
      AND claim.id NOT IN (SELECT claim FROM not_added)
      AND NOT EXISTS (SELECT 1 FROM stands WHERE subject = claim.id AND stands.verdict = 'reject');

-- What is said of an incident as a whole is laid over what was linked: nothing has to be linked anew.
CREATE TRIGGER judgement_to_link AFTER INSERT ON judgement WHEN NEW.verdict NOT IN ('grade', 'part') BEGIN
    INSERT OR IGNORE INTO unlinked
        SELECT reading.report FROM claim JOIN reading ON reading.number = claim.reading
        WHERE claim.id = NEW.subject OR claim.id IN (SELECT value FROM json_each(NEW.body, '$.claims'));
    INSERT OR IGNORE INTO unlinked SELECT id FROM report WHERE NEW.subject = 'day of ' || id;
END;
