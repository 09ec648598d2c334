"""Parquet: a folder of tidy tables, one file each, with types."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from dateline.export.formats.base import Counts, Format, needed
from dateline.export.options import Options
from dateline.export.tables import TABLES, Column, Table, Values
from dateline.export.taken import Taken

GROUP: Final = 20_000  # rows in memory at once; readers like groups of this size or more


def write(taken: Taken, out: Path, options: Options) -> Counts:  # noqa: ARG001 - every format takes the same
    """Write the tables into a folder that is there.

    Raises:
        DatelineError: pyarrow is not installed.
    """
    arrow = needed("pyarrow", "parquet")
    needed("pyarrow.parquet", "parquet")
    return {table.name: _write(arrow, table, table.rows(taken), out / f"{table.name}.parquet") for table in TABLES}


def _write(arrow: Any, table: Table, rows: Iterator[Values], path: Path) -> int:
    schema = arrow.schema([_field(arrow, column) for column in table.columns])
    count = 0
    with arrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while some := list(islice(rows, GROUP)):
            columns = [_values(column, (row[at] for row in some)) for at, column in enumerate(table.columns)]
            arrays = [arrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            count += len(some)
    return count


def _field(arrow: Any, column: Column) -> Any:
    kinds = {
        "text": arrow.string(),
        "list": arrow.list_(arrow.string()),
        "whole": arrow.int64(),
        "degrees": arrow.float64(),
        "day": arrow.date32(),
        "truth": arrow.bool_(),
    }
    return arrow.field(column.name, kinds[column.kind], metadata={"about": column.about})


def _values(column: Column, values: Iterable[Any]) -> list[Any]:
    if column.kind == "day":
        return [dt.date.fromisoformat(value) if isinstance(value, str) else value for value in values]
    if column.kind == "list":
        return [[str(item) for item in value or ()] for value in values]
    if column.kind == "text":
        return [None if value is None else str(value) for value in values]
    return list(values)


FORMAT: Final = Format(
    "parquet", "", "a folder of tidy tables (reports, claims, incidents, tolls, figures, control), a file each", write
)
