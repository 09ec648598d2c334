-- Tables with long rows are in the order in which these came, so that adding to a large record writes few pages.

-- What linking remembers, so that new reports are linked among what they touch and the rest stays as it is.

-- Event claims that are linked: the reading they are from, the set of claims tied to one another that they are in (by the
-- first claim of it), the toll claims that belong to them, and the keys that they are found by and ask for.
CREATE TABLE node (
    claim   TEXT PRIMARY KEY,
    report  TEXT NOT NULL,
    reading INTEGER NOT NULL,
    tied    TEXT NOT NULL,
    tolls   TEXT NOT NULL,       -- JSON: ids
    kept    BLOB NOT NULL,       -- 64-bit numbers
    asked   BLOB NOT NULL
);
CREATE INDEX node_of_report ON node (report);
CREATE INDEX node_in_set ON node (tied);
CREATE TABLE node_key (
    key   INTEGER NOT NULL,
    asks  INTEGER NOT NULL,      -- 0: found by it, 1: asks for it
    claim TEXT NOT NULL,
    PRIMARY KEY (key, asks, claim)
) WITHOUT ROWID;

-- Incidents and links by the set of claims that they come from.
DROP TABLE incident;
CREATE TABLE incident (
    id   TEXT PRIMARY KEY,
    tied TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX incident_of_set ON incident (tied);
CREATE TABLE incident_key (
    key      INTEGER NOT NULL,
    asks     INTEGER NOT NULL,   -- 0: its parts find it by this, 1: it finds its wholes by this
    incident TEXT NOT NULL,
    PRIMARY KEY (key, asks, incident)
) WITHOUT ROWID;
CREATE INDEX key_of_incident ON incident_key (incident);
DROP TABLE link;
CREATE TABLE link (
    one    TEXT NOT NULL,        -- ids of two event claims, one < other
    other  TEXT NOT NULL,
    tied   TEXT NOT NULL,
    joined INTEGER NOT NULL,
    body   TEXT NOT NULL,
    PRIMARY KEY (one, other)
);
CREATE INDEX link_of_other ON link (other);
CREATE INDEX link_of_set ON link (tied);

-- Reports whose claims are not linked as they stand now, and the engine that linked the others.
CREATE TABLE unlinked (report TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE linked_by (engine TEXT NOT NULL);
INSERT INTO unlinked SELECT id FROM report;
DELETE FROM reckoned;

CREATE TRIGGER reading_to_link AFTER INSERT ON reading BEGIN
    INSERT OR IGNORE INTO unlinked VALUES (NEW.report);
    INSERT OR IGNORE INTO unlinked SELECT report FROM copy_of WHERE story = NEW.report;
END;
CREATE TRIGGER copy_to_link AFTER INSERT ON copy_of BEGIN INSERT OR IGNORE INTO unlinked VALUES (NEW.report); END;
CREATE TRIGGER no_copy_to_link AFTER DELETE ON copy_of BEGIN INSERT OR IGNORE INTO unlinked VALUES (OLD.report); END;
CREATE TRIGGER judgement_to_link AFTER INSERT ON judgement BEGIN
    INSERT OR IGNORE INTO unlinked
        SELECT reading.report FROM claim JOIN reading ON reading.number = claim.reading
        WHERE claim.id = NEW.subject OR claim.id IN (SELECT value FROM json_each(NEW.body, '$.claims'));
    INSERT OR IGNORE INTO unlinked SELECT id FROM report WHERE NEW.subject = 'day of ' || id;
END;

-- Claims by place, for reports that others date.
CREATE INDEX claim_at_place ON claim (place) WHERE place IS NOT NULL;
CREATE INDEX place_by_id ON place (json_extract(body, '$.id'));
