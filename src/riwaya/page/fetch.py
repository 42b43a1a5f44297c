"""Pages fetched from the web, politely: robots.txt obeyed, one request at a time, with limits on everything.

Goes in: addresses. Comes out: a Page for each, or a Problem. No private or loopback address is asked unless that is
allowed, neither at first nor after a redirect: the address that was looked up is the one that is connected to. What was
fetched can be kept in a WARC file, so that a reading can be repeated.
"""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from riwaya.errors import InputError
from riwaya.model import Page, Problem
from riwaya.page.connection import Answer, ask
from riwaya.page.courtesy import BUSY, Rests, Seen
from riwaya.page.feeds import Feed, is_feed, read_feed
from riwaya.page.joining import MOST_PAGES, goes_on, joined, page_after
from riwaya.page.keep import append_answer
from riwaya.page.limits import LARGEST_PAGE

__all__ = ["Fetcher", "fetch"]

AGENT = "riwaya/0.1 (reads Arabic news)"
_REDIRECTS = 5
_PATIENCE = 30.0  # seconds of rest that are waited for; where a host asks for more, its pages are given up
_MOST_FEEDS = 20  # sitemaps that an index may lead to
_SAME = 304
_HTML = ("text/html", "application/xhtml+xml", "text/plain", "")
_FEED = ("xml", "rss", "atom")


@dataclass(slots=True)
class Fetcher:
    """What is known of the hosts asked so far. `pause` is the least time between two requests to one host, seconds.

    `skip` tells which addresses of a feed are not asked for, as they were before; it is asked of those alone that are due.
    An address given again is asked only for what is newer: a page unchanged gives nothing, a feed its addresses once more.
    """

    allow_private: bool = False
    pause: float = 1.0
    timeout: float = 20.0
    archive: Path | None = None
    most: int = 200
    skip: Callable[[str], bool] = field(default=lambda address: False)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _rests: Rests = field(default_factory=Rests)
    _seen: dict[str, Seen] = field(default_factory=dict)

    def pages(self, address: str) -> Iterator[Page | Problem]:
        """Give the page at an address, or the pages of the feed at it."""
        taken, feeds = 0, 0
        queue = [address]
        while queue:
            one = queue.pop(0)
            try:
                answer = self._get(one)
                seen = self._seen.get(answer.url)
                if answer.status == _SAME:
                    if seen is None or not seen.addresses:
                        continue
                elif not _is_feed(answer):
                    page = self._whole(self._page(one, answer))
                    if one == address and isinstance(page, Page):
                        self._remember(answer, Feed((), False))
                    yield page
                    taken += 1
                    continue
                else:
                    seen = self._remember(answer, read_feed(answer.body))
                feeds += 1
                if feeds > _MOST_FEEDS:
                    raise InputError(f"more than {_MOST_FEEDS} feeds; give one of them")
                for other in seen.addresses:
                    if taken + len(queue) >= self.most:
                        break
                    if seen.index or not self.skip(other):
                        queue.append(other)
                if not seen.addresses:
                    yield Problem("fetch", "the feed holds no page; give another address", one)
            except InputError as error:
                yield Problem("fetch", str(error), one)

    def _remember(self, answer: Answer, feed: Feed) -> Seen:
        seen = Seen(answer.header("etag"), answer.header("last-modified"), feed.addresses, feed.index)
        self._seen[answer.url] = seen
        return seen

    def _page(self, address: str, answer: Answer) -> Page | Problem:
        kind = answer.header("content-type").split(";")[0].strip().lower()
        if kind not in _HTML:
            return Problem("fetch", f"this is {kind}, not a page of text; give the address of an article", address)
        if not answer.body.strip():
            return Problem("fetch", "the answer is empty; try again later", address)
        if self.archive:
            self._keep(self.archive, answer)
        media = "text" if kind == "text/plain" else "html"
        today = datetime.now(UTC).date().isoformat()
        return Page(answer.url, answer.body, media, url=answer.url, crawled=today)

    def _whole(self, page: Page | Problem) -> Page | Problem:
        """Give an article of several pages as one, where all of them can be had; else the page as it is."""
        if isinstance(page, Problem) or not page.url or not goes_on(page):
            return page
        parts = [page]
        while following := page_after(parts[-1], page.url, len(parts) + 1):
            if len(parts) > MOST_PAGES:
                return page
            try:
                part = self._page(following, self._get(following))
            except InputError:
                return page
            if isinstance(part, Problem) or part.url != following:
                return page
            parts.append(part)
        return joined(page, parts[1:]) or page

    def _keep(self, archive: Path, answer: Answer) -> None:
        try:
            append_answer(archive, answer)
        except OSError as error:
            raise InputError(f"{archive} cannot be written ({error.strerror}); name another file") from error

    def _get(self, address: str) -> Answer:
        """Give the answer to a request, redirects followed, refusals raised."""
        waited = False
        for _ in range(_REDIRECTS + 1):
            host = urlsplit(address).netloc
            if (rest := self._rests.left(host)) > _PATIENCE:
                raise InputError(f"the host asks to be left alone for {rest:.0f} seconds more; try again later")
            time.sleep(rest)
            if not self._may(address):
                raise InputError("robots.txt of this host asks not to fetch it; save the page by hand")
            seen = self._seen.get(address)
            answer = self._ask(address, seen.headers() if seen else None)
            self._rests.note(host, answer)
            if answer.status in BUSY and answer.header("retry-after") and not waited:
                waited = True
                if self._rests.left(host) <= _PATIENCE:
                    continue
            if answer.status == _SAME and seen:
                return answer
            if answer.status in (301, 302, 303, 307, 308) and answer.header("location"):
                address = urljoin(address, answer.header("location"))
                continue
            if answer.status == 429 or answer.status >= 500:
                raise InputError(f"the host answers {answer.status}; try again later")
            if answer.status != 200:
                raise InputError(f"the host answers {answer.status}; check the address")
            return _unpacked(answer)
        raise InputError(f"more than {_REDIRECTS} redirects; give the last address itself")

    def _ask(self, address: str, more: Mapping[str, str] | None = None) -> Answer:
        host = urlsplit(address).netloc
        wait = self._asked.get(host, -self.pause) + self.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        try:
            return ask(address, agent=AGENT, timeout=self.timeout, allow_private=self.allow_private, more=more)
        finally:
            self._asked[host] = time.monotonic()

    def _may(self, address: str) -> bool:
        """Tell whether robots.txt allows the address; a host without one allows everything."""
        parts = urlsplit(address)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            rules = RobotFileParser()
            try:
                answer = self._ask(f"{root}/robots.txt")
                status = answer.status
                lines = answer.body[:500_000].decode("utf-8", "replace").splitlines() if status == 200 else []
            except InputError:
                lines, status = [], 0
            if status in (401, 403):
                lines = ["User-agent: *", "Disallow: /"]
            rules.parse(lines)
            self._robots[root] = rules
        return self._robots[root].can_fetch(AGENT, address)


def _is_feed(answer: Answer) -> bool:
    kind = answer.header("content-type").lower()
    return (any(word in kind for word in _FEED) and "xhtml" not in kind) or is_feed(answer.body)


def _unpacked(answer: Answer) -> Answer:
    """Give the answer with its body unpacked, never larger than a page may be."""
    coding = answer.header("content-encoding").lower()
    if coding not in ("gzip", "x-gzip", "deflate"):
        return answer
    tool = zlib.decompressobj(16 + zlib.MAX_WBITS if "gzip" in coding else zlib.MAX_WBITS)
    try:
        body = tool.decompress(answer.body, LARGEST_PAGE + 1)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"the answer is packed and broken ({error}); try again") from error
    if len(body) > LARGEST_PAGE:
        raise InputError(f"the answer unpacks to more than {LARGEST_PAGE >> 20} MB; it was not read")
    return Answer(answer.url, answer.status, answer.headers, body)


def fetch(address: str, *, allow_private: bool = False, archive: Path | None = None) -> Iterator[Page | Problem]:
    """Give the pages at an address: one page, or those of a feed."""
    return Fetcher(allow_private=allow_private, archive=archive).pages(address)
