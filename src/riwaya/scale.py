"""Archives by the hundred: the guarded reading mapped over WARC files, on this machine or on a cluster.

Goes in: paths and addresses of WARC files (local, https, s3). Comes out: a data set of Parquet files, one folder a day,
that `riwaya add LIBRARY DATASET` takes in without reading again. One archive is one piece of work: its files appear
whole, then a note in `done/` says so; a run that was stopped goes on with the archives that have no note. The engine
only hands out paths: what it calls is `read_archive`, the same wherever it runs. Needs pip install "riwaya[scale]" for
Daft and Ray; the process pool of this machine needs neither.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, cast
from urllib.request import urlopen

from riwaya.batch import Guard, read_each
from riwaya.errors import InputError, RiwayaError
from riwaya.model import Page, Problem, Record
from riwaya.page.sift import Wanted
from riwaya.page.warc import read_records, read_warc
from riwaya.store.codec import dumps, loads

__all__ = ["DATASET", "RUNNERS", "Share", "archives_of", "estimate", "read_archive", "records_of", "remaining", "run"]

RUNNERS = ("pool", "daft", "ray")
#: The file that marks a folder as a data set.
DATASET = "riwaya-dataset.json"
#: Rows a Parquet file holds at most, so that a worker's memory does not grow with the archive.
_ROWS = 2000
_COLUMNS = ("id", "source", "url", "outlet", "published", "media", "about", "content", "record")
_TIMEOUT = 60.0  # seconds without a byte


@dataclass(frozen=True, slots=True)
class Share:
    """What came of one archive: pages opened, documents written, and a line for each page that could not be read."""

    archive: str
    pages: int
    documents: int
    problems: tuple[tuple[str, str], ...]
    seconds: float


def read_archive(archive: str, out: str, wanted: Wanted, guard: Guard) -> Share:
    """Read one archive into the data set, guarded; an archive that has its note is not read again."""
    note = _note(Path(out), archive)
    if note.is_file():
        return _share(note)
    begun, key = time.monotonic(), note.stem
    for left in Path(out).glob(f"day=*/{key}-*"):  # of a run that was stopped
        left.unlink()
    writer, pages, problems = _Writer(Path(out), key), 0, []
    held: dict[str, Page] = {}

    def counted() -> Iterator[Page | Problem]:
        nonlocal pages
        for item in _open(archive, wanted):
            if isinstance(item, Page):
                pages += 1
                held[item.source] = item
            yield item

    for item in read_each(counted(), workers=1, guard=guard):
        if isinstance(item, Problem):
            held.pop(item.source, None)
            problems.append((item.source, item.message))
        else:
            page = held.pop(item.document.source)
            if item.document.language == "ar" or not wanted.arabic:
                writer.add(page, item)
    writer.close()
    share = Share(archive, pages, writer.documents, tuple(problems), time.monotonic() - begun)
    _write(note, json.dumps(asdict(share), ensure_ascii=False).encode())
    return share


def _open(archive: str, wanted: Wanted) -> Iterator[Page | Problem]:
    """Give the pages of an archive; one that cannot be reached is a Problem."""
    if "://" not in archive:
        path = Path(archive)
        if not path.is_file():
            yield Problem("intake", "no such archive; check the path", archive)
        else:
            yield from read_warc(path, wanted)
        return
    try:
        with closing(_stream(archive)) as stream:
            yield from read_records(stream, archive, wanted=wanted)
    except (OSError, ValueError) as error:
        yield Problem("intake", f"cannot be fetched ({error}); run it again", archive)


def _stream(address: str) -> IO[bytes]:
    if address.startswith(("http://", "https://")):
        return cast("IO[bytes]", urlopen(address, timeout=_TIMEOUT))
    from pyarrow.fs import FileSystem

    system, path = FileSystem.from_uri(address)
    return cast("IO[bytes]", system.open_input_stream(path, compression=None))


class _Writer:
    """Rows by day, written as Parquet files that appear whole."""

    def __init__(self, out: Path, key: str) -> None:
        self.out, self.key, self.documents, self.files = out, key, 0, 0
        self.days: dict[str, list[tuple[object, ...]]] = {}

    def add(self, page: Page, record: Record) -> None:
        doc = record.document
        about = {k: getattr(page, k) for k in ("url", "outlet", "title", "published", "crawled") if getattr(page, k)}
        row = (doc.id, page.source, doc.url, doc.outlet.name if doc.outlet else None, doc.published, page.media,
               json.dumps(about, ensure_ascii=False), page.content, dumps(record))  # fmt: skip
        day = self.days.setdefault(page.crawled or (doc.published or "unknown")[:10], [])
        day.append(row)
        self.documents += 1
        if len(day) >= _ROWS:
            self.close()

    def close(self) -> None:
        """Write what is held."""
        import pyarrow as pa
        from pyarrow import parquet as pq

        for day, rows in sorted(self.days.items()):
            folder = self.out / f"day={day}"
            folder.mkdir(parents=True, exist_ok=True)
            columns: list[Any] = list(zip(*rows, strict=True))
            types = [pa.binary() if name == "content" else pa.string() for name in _COLUMNS]
            arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
            goal = folder / f"{self.key}-{self.files:04}.parquet"
            pq.write_table(pa.Table.from_arrays(arrays, list(_COLUMNS)), f"{goal}.part", compression="zstd")
            Path(f"{goal}.part").replace(goal)
            self.files += 1
        self.days.clear()


def _note(out: Path, archive: str) -> Path:
    return out / "done" / f"{hashlib.sha256(archive.encode()).hexdigest()[:16]}.json"


def _share(note: Path) -> Share:
    row = json.loads(note.read_text(encoding="utf-8"))
    return Share(**{**row, "problems": tuple((source, message) for source, message in row["problems"])})


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)


def archives_of(names: Sequence[str]) -> tuple[str, ...]:
    """Give the archives named; a name that ends in .paths is a file with one archive a line, as crawls publish them.

    Raises:
        InputError: such a file cannot be read.
    """
    out: list[str] = []
    for name in names:
        if not name.endswith(".paths"):
            out.append(name)
            continue
        try:
            out += [line.strip() for line in Path(name).read_text(encoding="utf-8").splitlines() if line.strip()]
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{name}: cannot be read ({error}); give a text file with one archive a line") from error
    return tuple(out)


def remaining(archives: Sequence[str], out: Path) -> tuple[str, ...]:
    """Give the archives that have no note yet, each once, in order."""
    return tuple(archive for archive in dict.fromkeys(archives) if not _note(out, archive).is_file())


def estimate(archives: Sequence[str], wanted: Wanted, *, sample: int = 40) -> tuple[float, int] | None:
    """Give (seconds on one core, bytes) for local archives from reading some pages of the first; None for others."""
    if not archives or any("://" in archive for archive in archives):
        return None
    size = sum(Path(archive).stat().st_size for archive in archives if Path(archive).is_file())
    begun, at, pages = time.perf_counter(), 0, 0
    first = Path(archives[0])
    if not first.is_file():
        return None
    with first.open("rb") as file:
        for item in read_records(file, archives[0], wanted=wanted):
            pages += isinstance(item, Page)
            if isinstance(item, Page):
                list(read_each([item], workers=0, guard=Guard()))
            at = file.tell()
            if pages >= sample:
                break
    return (time.perf_counter() - begun) * size / max(1, at), size


def run(
    archives: Sequence[str],
    out: Path,
    done: Callable[[Share], None] = lambda share: None,
    *,
    runner: str = "pool",
    workers: int = 2,
    wanted: Wanted | None = None,
    guard: Guard | None = None,
) -> tuple[Share, ...]:
    """Read every archive that has no note; give what came of each archive, noted before or now, in order.

    Raises:
        RiwayaError: the engine or pyarrow is not installed, or the engine gave up; what was read stays.
        InputError: there is no such runner.
    """
    if runner not in RUNNERS:
        raise InputError(f"{runner!r} is none of {', '.join(RUNNERS)}")
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise RiwayaError('The data set needs pyarrow: pip install "riwaya[scale]"') from error
    todo = remaining(archives, out)
    (out / "done").mkdir(parents=True, exist_ok=True)
    _write(out / DATASET, json.dumps({"columns": _COLUMNS}).encode())
    if todo:
        work = (str(out.resolve()), wanted or Wanted(), guard or Guard())
        (_by_pool if runner == "pool" else _by_engine)(todo, work, done, runner, workers)
    return tuple(_share(_note(out, archive)) for archive in dict.fromkeys(archives) if _note(out, archive).is_file())


Work = tuple[str, Wanted, Guard]


def _by_pool(todo: Sequence[str], work: Work, done: Callable[[Share], None], runner: str, workers: int) -> None:
    """Hand the archives to processes of this machine; one that is lost costs its archive until the next run."""
    with ProcessPoolExecutor(workers) as pool:
        try:
            for future in as_completed([pool.submit(read_archive, archive, *work) for archive in todo]):
                done(future.result())
        except BrokenProcessPool as error:
            raise RiwayaError("a process was killed; run the same command again to go on") from error


def _by_engine(todo: Sequence[str], work: Work, done: Callable[[Share], None], runner: str, workers: int) -> None:
    """Hand the archives to Daft: on this machine, or on the Ray cluster that RAY_ADDRESS names."""
    try:
        import daft
    except ImportError as error:
        raise RiwayaError('This runner needs Daft: pip install "riwaya[scale]"') from error
    if runner == "ray":
        daft.set_runner_ray(os.environ.get("RAY_ADDRESS"), noop_if_initialized=True)
    else:
        daft.set_runner_native()
    reader = daft.cls(_Reader, use_process=True, max_concurrency=workers)(*work)
    frame = daft.from_pydict({"archive": list(todo)})
    frame = frame.into_partitions(len(todo)) if runner == "ray" else frame.into_batches(1)
    for row in frame.select(reader(frame["archive"]).alias("share")).iter_rows():
        kept = json.loads(row["share"])
        done(Share(**{**kept, "problems": tuple(map(tuple, kept["problems"]))}))


class _Reader:
    """What the engine keeps in each of its processes; the language data is read once in each."""

    def __init__(self, out: str, wanted: Wanted, guard: Guard) -> None:
        self.work = (out, wanted, guard)

    def __call__(self, archive: str) -> str:
        """Give the share of one archive as JSON."""
        return json.dumps(asdict(read_archive(archive, *self.work)), ensure_ascii=False)


def records_of(dataset: Path) -> Iterator[tuple[Page, Record]]:
    """Give every page and its record of the archives that are done, day by day.

    Raises:
        InputError: the folder is no data set.
    """
    from pyarrow import parquet as pq

    if not (dataset / DATASET).is_file():
        raise InputError(f"{dataset}: is no data set that `riwaya scale` wrote")
    done = {note.stem for note in (dataset / "done").glob("*.json")}
    for path in sorted(dataset.glob("day=*/*.parquet")):
        if path.name.rsplit("-", 1)[0] in done:
            for row in pq.read_table(path).to_pylist():
                page = Page(row["source"], row["content"], row["media"], **json.loads(row["about"]))
                yield page, loads(row["record"], Record)
