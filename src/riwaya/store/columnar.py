"""A record as Arrow tables and Parquet files, for data frames and for questions over everything.

Goes in: the rows of a record. Comes out: one Arrow table for each of `tables.COLUMNS`, or its Parquet file beside the
questions (`questions/*.sql`) that DuckDB answers over such files. Needs pyarrow: pip install "riwaya[tables]".
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from riwaya.errors import RiwayaError
from riwaya.store.tables import COLUMNS, tables

if TYPE_CHECKING:
    import pyarrow

__all__ = ["arrow_tables", "parquet", "questions"]


def arrow_tables(rows: dict[str, list[dict[str, Any]]]) -> dict[str, pyarrow.Table]:
    """Give each table of a record as an Arrow table; `to_pandas()` and `polars.from_arrow` make data frames of it.

    Raises:
        RiwayaError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise RiwayaError('Arrow and Parquet need pyarrow: pip install "riwaya[tables]"') from error
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    out = {}
    for name, table in tables(rows).items():
        schema = pa.schema([(column, types[kind]) for column, kind in COLUMNS[name].items()])
        arrays = [
            pa.array([_cell(row.get(column), kind) for row in table], types[kind])
            for column, kind in COLUMNS[name].items()
        ]
        out[name] = pa.Table.from_arrays(arrays, schema=schema)
    return out


def _cell(value: Any, kind: type) -> Any:
    """Give a cell as its column holds it; a lone surrogate, which no file of UTF-8 can hold, becomes a question mark."""
    if value is None:
        return None
    return str(value).encode("utf-8", "replace").decode() if kind is str else kind(value)


def parquet(rows: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, bytes]]:
    """Give (file name, bytes) for each table as Parquet, and for each question as SQL.

    Raises:
        RiwayaError: pyarrow is not installed.
    """
    ready = arrow_tables(rows)
    import pyarrow as pa
    from pyarrow import parquet as pq

    for name, table in ready.items():
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        yield f"{name}.parquet", sink.getvalue().to_pybytes()
    for name, sql in questions().items():
        yield f"{name}.sql", sql.encode()


def questions() -> dict[str, str]:
    """Give the questions that ship with the program, as SQL for DuckDB, keyed by name."""
    folder = files("riwaya.store").joinpath("questions")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda entry: entry.name)
    return {entry.name.removesuffix(".sql"): entry.read_text(encoding="utf-8") for entry in found}
