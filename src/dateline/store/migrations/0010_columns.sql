-- What figures and maps are made from, column by column, packed when the tables of pages were filled (store/columns.py).

CREATE TABLE columns (packed BLOB NOT NULL);
