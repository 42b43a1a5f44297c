"""Many pages read here, each guarded: a page that hangs, eats memory or kills its worker costs no other anything.

Goes in: pages (and Problems, which pass through). Comes out: a Record or a Problem for each, in the order of the input,
whatever the number of workers. This is the only place that catches what a page may raise. Workers are processes that
read one page at a time, so that the page to blame is always known; a worker that is lost is replaced.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from riwaya.model import Page, Problem, Record
from riwaya.record import read

__all__ = ["Guard", "Reading", "halting", "read_each", "read_pages"]


#: Forked workers share the language data that is loaded already; where there is no fork each loads its own.
_CONTEXT = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")

#: Seconds after which an idle worker looks whether its parent is still there.
_LOOK = 2.0
#: Read once before workers are forked, so that they share the language data instead of loading it each.
WARM_UP = Page("warm-up", b"\xd9\x82\xd8\xa7\xd9\x84 2020.", "text")


@dataclass(frozen=True, slots=True)
class Guard:
    """What one page may cost: `seconds` of time, and `megabytes` of address space beyond what its worker began with.

    A 1 MB page takes about 5 s.
    """

    seconds: float = 120.0
    megabytes: int = 4000


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading many pages: the records in the order of the input, and everything that went wrong."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


@contextmanager
def halting() -> Iterator[Callable[[], bool]]:
    """Give a question whether the person asked to stop (Ctrl-C); asked a second time the program ends at once."""
    asked = False

    def ask(number: int, frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def read_pages(
    pages: Iterable[Page | Problem],
    step: Callable[[str], None] = lambda source: None,
    *,
    workers: int = 0,
    guard: Guard | None = None,
) -> Reading:
    """Read every page once; `step` is called with each source as it is done. Without workers it is done in here."""
    records: dict[str, Record] = {}
    problems = []
    for item in read_each(pages, workers=workers, guard=guard or Guard()):
        if isinstance(item, Problem):
            problems.append(item)
            step(item.source)
        else:
            records.setdefault(item.document.id, item)
            step(item.document.source)
    return Reading(tuple(records.values()), tuple(problems))


def read_each(pages: Iterable[Page | Problem], *, workers: int, guard: Guard) -> Iterator[Record | Problem]:
    """Give a Record or a Problem for each page, in the order of the pages."""
    if workers < 1:
        yield from (page if isinstance(page, Problem) else _try(page) for page in pages)
        return
    _try(WARM_UP)
    pool = [_Worker(guard) for _ in range(workers)]
    try:
        yield from _read_in_pool(pages, pool)
    finally:
        for worker in pool:
            worker.stop()


def _try(page: Page) -> Record | Problem:
    try:
        return read(page)
    except MemoryError:
        return Problem("read", "needs more memory than one page may have; it was left out", page.source)
    except Exception as error:
        return Problem("read", f"{type(error).__name__}: {error}; please report this page", page.source)


def _read_in_pool(pages: Iterable[Page | Problem], pool: list[_Worker]) -> Iterator[Record | Problem]:
    """Keep every worker busy; hold back what is done until all before it is done, at most a few pages a worker."""
    waiting: deque[Record | Problem | None] = deque()
    first, source = 0, enumerate(pages)
    window, more = 8 * len(pool), True
    while more or waiting:
        while more and len(waiting) < window and (idle := next((w for w in pool if w.idle), None)):
            number, page = next(source, (-1, None))
            if page is None:
                more = False
                break
            waiting.append(page if isinstance(page, Problem) else None)
            if isinstance(page, Page):
                idle.take(number, page)
        busy = [worker for worker in pool if not worker.idle]
        if busy and waiting and waiting[0] is None:
            limit = min(worker.deadline for worker in busy) - time.monotonic()
            wait([worker.pipe for worker in busy], timeout=max(0.0, min(limit, 1.0)))
        for worker in busy:
            if done := worker.result():
                waiting[done[0] - first] = done[1]
        while waiting and (item := waiting[0]) is not None:
            waiting.popleft()
            first += 1
            yield item


class _Worker:
    """One process that reads a page at a time, started again when it is lost."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self.page: Page | None = None
        self.number = -1
        self.deadline = 0.0
        self.pipe: Connection
        self.process: BaseProcess
        self._start()

    def _start(self) -> None:
        self.pipe, other = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_work, args=(other, self.guard.megabytes, os.getpid()), daemon=True)
        self.process.start()
        other.close()

    @property
    def idle(self) -> bool:
        return self.page is None

    def take(self, number: int, page: Page) -> None:
        """Hand a page to the worker; one that died idle is replaced first."""
        if not self.process.is_alive():
            self._restart()
        self.number, self.page, self.deadline = number, page, time.monotonic() + self.guard.seconds
        self.pipe.send(page)

    def result(self) -> tuple[int, Record | Problem] | None:
        """Give what is done, or a Problem where the worker died or ran out of time, else None."""
        assert self.page is not None
        item: Record | Problem
        try:
            if self.pipe.poll():
                item = self.pipe.recv()
            elif time.monotonic() > self.deadline:
                item = self._lost(f"took over {self.guard.seconds:g} seconds and was stopped; it was left out")
            elif not self.process.is_alive():
                item = self._lost(f"ended its worker (exit code {self.process.exitcode}); it was left out")
            else:
                return None
        except (EOFError, OSError):
            self.process.join(5)
            item = self._lost(f"ended its worker (exit code {self.process.exitcode}); it was left out")
        self.page = None
        return self.number, item

    def _lost(self, message: str) -> Problem:
        source = self.page.source if self.page else ""
        self._restart()
        return Problem("read", message, source)

    def _restart(self) -> None:
        self.stop()
        self._start()

    def stop(self) -> None:
        """End the process at once; a page it had in hand is not finished."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _mapped() -> int:
    """Give the bytes of address space this process has, where the system tells; engines map gigabytes beforehand."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 2 << 30


def _work(pipe: Connection, megabytes: int, parent: int) -> None:
    """Read pages from the pipe until it closes or the parent is gone. Ctrl-C is the parent's to handle.

    A forked worker holds its siblings' pipes too, so that a parent that was killed closes none of them.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        import resource

        limit = _mapped() + megabytes * 1024 * 1024
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    while True:
        try:
            while not pipe.poll(_LOOK):
                if os.getppid() != parent:
                    return
            page = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_try(page))
