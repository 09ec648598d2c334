-- What needs eyes is found by these, without going through the record (store/browse/eyes.py).

ALTER TABLE link ADD COLUMN score REAL;
ALTER TABLE link ADD COLUMN least REAL;      -- the value of the feature that speaks most against it
ALTER TABLE link ADD COLUMN features TEXT;   -- their names, each between bars
UPDATE link SET
    score = json_extract(body, '$.score'),
    least = (SELECT min(ifnull(json_extract(value, '$.value'), 0)) FROM json_each(body, '$.features')),
    features = '|' || (SELECT group_concat(json_extract(value, '$.name'), '|') FROM json_each(body, '$.features')) || '|';
CREATE INDEX link_weighed ON link (joined, score, least, features, one, other);

DROP INDEX shown_kin;
CREATE INDEX shown_kin ON shown (kin, day, exact, lat, lon, grade, killed_low, killed_high) WHERE kin IS NOT NULL;
DROP INDEX shown_points;
CREATE INDEX shown_points ON shown (lat, lon, type, contested, killed_low, killed_high, grade, kin) WHERE lat IS NOT NULL;
CREATE INDEX holding_told ON holding (last, ended, first, spot);
CREATE INDEX shown_voiced ON shown (grade, killed_low, id);
CREATE INDEX toll_contested ON toll (incident) WHERE json_extract(body, '$.contested');
CREATE INDEX toll_doubted ON toll (incident) WHERE json_extract(body, '$.doubts') IS NOT NULL;
CREATE INDEX reading_inferred ON reading (report) WHERE json_extract(body, '$.published.basis') IN ('inferred', 'others');
