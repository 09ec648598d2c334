-- What figures and maps are made from, column by column, packed when the tables of pages were filled (store/browse/columns.py).

CREATE TABLE columns (packed BLOB NOT NULL);

-- The indices that these were made from before; what a period touches still goes by days.
DROP INDEX shown_figures;
DROP INDEX shown_types;
DROP INDEX shown_grades;
DROP INDEX shown_points;
DROP INDEX shown_wide;
DROP INDEX shown_kin;
CREATE INDEX shown_kin ON shown (kin, id) WHERE kin IS NOT NULL;
CREATE INDEX shown_exact ON shown (exact, day);
