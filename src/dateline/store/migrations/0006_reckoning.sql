-- What reckoning remembers, so that only tolls and spells are reckoned anew whose claims or incidents changed.

-- Tolls by the people that they count: those of an incident, else of a place and day (`reckon.rows`); in order of `rank`.
DROP TABLE toll;
CREATE TABLE toll (
    id       TEXT PRIMARY KEY,
    incident TEXT,
    people   TEXT NOT NULL,
    rank     TEXT NOT NULL,
    body     TEXT NOT NULL
);
CREATE INDEX toll_of_incident ON toll (incident);
CREATE INDEX toll_of_people ON toll (people);
CREATE INDEX toll_in_order ON toll (rank);
DROP TABLE spell;
CREATE TABLE spell (
    id    TEXT PRIMARY KEY,
    place TEXT NOT NULL,             -- by its id in the gazetteer
    rank  TEXT NOT NULL,
    body  TEXT NOT NULL
);
CREATE INDEX spell_at_place ON spell (place);
CREATE INDEX spell_in_order ON spell (rank);

-- The claims that they were reckoned from. `part_of` is the toll claim that a toll claim is a part of.
CREATE TABLE counted (
    claim   TEXT PRIMARY KEY,
    report  TEXT NOT NULL,
    people  TEXT NOT NULL,
    part_of TEXT
) WITHOUT ROWID;
CREATE INDEX counted_in_report ON counted (report);
CREATE INDEX counted_people ON counted (people);
CREATE INDEX counted_parts ON counted (part_of) WHERE part_of IS NOT NULL;
CREATE TABLE held (
    claim  TEXT PRIMARY KEY,
    report TEXT NOT NULL,
    place  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX held_in_report ON held (report);
CREATE INDEX held_at ON held (place);

-- The incidents that a person said to be parts of another, as they were reckoned.
CREATE TABLE said_part (incident TEXT PRIMARY KEY, whole TEXT) WITHOUT ROWID;

-- What waits: reports whose claims changed or were linked anew, people whose tolls and places whose spells may change.
CREATE TABLE unreckoned (report TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE to_count (people TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE to_hold (place TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE reckoned_by (engine TEXT NOT NULL);
DELETE FROM reckoned;

CREATE TRIGGER linked_to_reckon AFTER DELETE ON unlinked BEGIN
    INSERT OR IGNORE INTO unreckoned VALUES (OLD.report);
END;
-- The incident that each toll claim belongs to, if any.
CREATE TABLE home (claim TEXT PRIMARY KEY, incident TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX homes_in ON home (incident);
INSERT OR REPLACE INTO home SELECT toll.value, incident.id FROM incident, json_each(incident.body, '$.tolls') AS toll;

CREATE TRIGGER incident_to_count AFTER INSERT ON incident BEGIN
    INSERT OR IGNORE INTO to_count VALUES (NEW.id);
    DELETE FROM home WHERE claim IN (SELECT value FROM json_each(NEW.body, '$.tolls'));
    INSERT INTO home SELECT value, NEW.id FROM json_each(NEW.body, '$.tolls');
END;
CREATE TRIGGER changed_incident_to_count AFTER UPDATE ON incident BEGIN
    INSERT OR IGNORE INTO to_count VALUES (NEW.id);
END;
CREATE TRIGGER no_incident_to_count AFTER DELETE ON incident BEGIN
    INSERT OR IGNORE INTO to_count VALUES (OLD.id);
    DELETE FROM home WHERE incident = OLD.id;
END;
CREATE INDEX incident_part_of ON incident (json_extract(body, '$.part_of'))
    WHERE json_extract(body, '$.part_of') IS NOT NULL;
