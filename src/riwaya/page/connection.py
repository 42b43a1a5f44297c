"""One request to one host: looked up, checked, connected to, read within limits.

Goes in: an address. Comes out: `Answer`, as it came. A host whose numbers are private, loopback or reserved is refused,
and the number that was checked is the one connected to, so that a name cannot change between the two.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from riwaya.errors import InputError
from riwaya.page.limits import LARGEST_PAGE

__all__ = ["Answer", "ask"]

_PIECE = 64 * 1024
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: the address asked, the status, the headers in lower case, the body."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """Give a header's value, "" where it is missing."""
        return next((value for key, value in self.headers if key == name), "")


def ask(
    address: str, *, agent: str, timeout: float, allow_private: bool, more: Mapping[str, str] | None = None
) -> Answer:
    """Give the answer to one GET request; `more` are further headers of it.

    Raises:
        InputError: the address is none, the host is private or unknown, or the answer is too slow or too large.
    """
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise InputError(f"this is no address ({error}); check it") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise InputError("this is no http or https address; check it")
    number = _look_up(parts.hostname, port, allow_private)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='%/?:@!$&()*+,;=~-._')}" if parts.query else ""
    )
    connection = _Pinned(parts.hostname, number, port, secure=parts.scheme == "https", timeout=timeout)
    try:
        headers_sent = {"User-Agent": agent, "Accept-Encoding": "gzip", "Connection": "close", **(more or {})}
        connection.request("GET", path, headers=headers_sent)
        response = connection.getresponse()
        body = _read(response, time.monotonic() + 3 * timeout)
        headers = tuple((key.lower(), value) for key, value in response.getheaders())
        return Answer(address, response.status, headers, body)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(
            f"the host does not answer as it should ({type(error).__name__}: {error}); try later"
        ) from error
    finally:
        connection.close()


def _look_up(host: str, port: int, allow_private: bool) -> str:
    """Give the first number of a host, checked.

    Raises:
        InputError: the host is unknown, or one of its numbers is not a public one.
    """
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"the host {host} is not known ({error}); check the address") from error
    numbers = [str(row[4][0]) for row in rows]
    for number in numbers:
        if not allow_private and not ipaddress.ip_address(number.split("%")[0]).is_global:
            raise InputError(
                f"the host {host} is a private address ({number}); it is fetched only where that is allowed"
            )
    return numbers[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to a number that was checked, under the host's name."""

    def __init__(self, host: str, number: str, port: int, *, secure: bool, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._number = number
        self._secure = secure

    def connect(self) -> None:
        """Connect to the checked number; a secure connection is checked against the host's name."""
        plain = socket.create_connection((self._number, self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        else:
            self.sock = plain


def _read(response: http.client.HTTPResponse, until: float) -> bytes:
    """Give the body, read piece by piece within a limit of size and time."""
    pieces, size = [], 0
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > LARGEST_PAGE:
            raise InputError(f"the answer is over {LARGEST_PAGE >> 20} MB; it was not read")
        if time.monotonic() > until:
            raise InputError("the host sends too slowly; try again later")
        pieces.append(piece)
    return b"".join(pieces)
