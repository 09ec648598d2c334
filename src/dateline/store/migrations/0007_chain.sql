-- Each row of the log, of the judgements and of the reports is chained to the one before it, so that a row that was changed,
-- put in between or taken out later is found (`dateline verify`). `sha256` is a function that Dateline's own connections
-- have (store/database.py): nothing else can write a row here.

CREATE TABLE chain (
    of     TEXT NOT NULL,        -- the table
    number INTEGER NOT NULL,     -- the row's own number
    hash   TEXT NOT NULL,        -- of the hash before it and the row's values as a JSON array
    PRIMARY KEY (of, number)
) WITHOUT ROWID;

-- The rows that were there before chains were kept.
INSERT INTO chain
    WITH RECURSIVE linked (number, hash) AS (
        SELECT 0, ''
        UNION ALL
        SELECT log.number, sha256(linked.hash || json_array(log.number, at, who, engine, event, detail))
        FROM linked JOIN log ON log.number = (SELECT min(number) FROM log WHERE number > linked.number)
    )
    SELECT 'log', number, hash FROM linked WHERE number > 0;
INSERT INTO chain
    WITH RECURSIVE linked (number, hash) AS (
        SELECT 0, ''
        UNION ALL
        SELECT judgement.number, sha256(linked.hash || json_array(judgement.number, at, who, verdict, subject, body, note, undoes))
        FROM linked JOIN judgement
            ON judgement.number = (SELECT min(number) FROM judgement WHERE number > linked.number)
    )
    SELECT 'judgement', number, hash FROM linked WHERE number > 0;
INSERT INTO chain
    WITH RECURSIVE linked (number, hash) AS (
        SELECT 0, ''
        UNION ALL
        SELECT report.number, sha256(linked.hash || json_array(report.number, id, file, metadata))
        FROM linked JOIN report ON report.number = (SELECT min(number) FROM report WHERE number > linked.number)
    )
    SELECT 'report', number, hash FROM linked WHERE number > 0;

CREATE TRIGGER log_chained AFTER INSERT ON log BEGIN
    INSERT INTO chain VALUES ('log', NEW.number, sha256(
        ifnull((SELECT hash FROM chain WHERE of = 'log' AND number < NEW.number ORDER BY number DESC LIMIT 1), '')
        || json_array(NEW.number, NEW.at, NEW.who, NEW.engine, NEW.event, NEW.detail)));
END;
CREATE TRIGGER judgement_chained AFTER INSERT ON judgement BEGIN
    INSERT INTO chain VALUES ('judgement', NEW.number, sha256(
        ifnull((SELECT hash FROM chain WHERE of = 'judgement' AND number < NEW.number ORDER BY number DESC LIMIT 1), '')
        || json_array(NEW.number, NEW.at, NEW.who, NEW.verdict, NEW.subject, NEW.body, NEW.note, NEW.undoes)));
END;
CREATE TRIGGER report_chained AFTER INSERT ON report BEGIN
    INSERT INTO chain VALUES ('report', NEW.number, sha256(
        ifnull((SELECT hash FROM chain WHERE of = 'report' AND number < NEW.number ORDER BY number DESC LIMIT 1), '')
        || json_array(NEW.number, NEW.id, NEW.file, NEW.metadata)));
END;
CREATE TRIGGER chain_stays BEFORE UPDATE ON chain BEGIN SELECT raise(ABORT, 'the chain is append-only'); END;
CREATE TRIGGER chain_remains BEFORE DELETE ON chain BEGIN SELECT raise(ABORT, 'the chain is append-only'); END;
