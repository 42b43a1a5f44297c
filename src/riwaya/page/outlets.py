"""Who published a page: outlets known by domain and by name, and the name that a page gives itself.

Goes in: an address, or a name as printed. Comes out: an `Outlet`. The outlets are data, one file a country under
`data/outlets`; an outlet that is not there keeps the name and domain it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from riwaya.lexicon.load import data_files, load_entries
from riwaya.model import Outlet
from riwaya.text.fold import fold

__all__ = ["OutletEntry", "domain_of", "outlet_by_domain", "outlet_by_name", "outlet_forms", "outlets"]


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """One outlet. `forms` are further spellings of its name; `owner` is state, party, private, agency or aggregator.

    `shared`: other outlets or things bear the name too, so the name alone proves no domain and no country.
    """

    id: str
    name: str
    latin: str
    examples: tuple[str, ...]
    forms: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    owner_source: str = ""
    owner_date: str = ""
    datelines: tuple[str, ...] = ()
    shared: bool = False
    note: str = ""


@cache
def outlets() -> tuple[OutletEntry, ...]:
    """Give every outlet of the language data, files in the order of their names."""
    return tuple(entry for name in data_files("outlets") for entry in load_entries(name, "outlet", OutletEntry))


@cache
def outlet_forms(*, shared: bool = False) -> tuple[str, ...]:
    """Give the names under which outlets are printed; a name that is also a common word only if `shared` is true."""
    return tuple(
        form
        for entry in outlets()
        for form in (entry.name, entry.latin, *entry.forms)
        if shared or not entry.shared or " " in form
    )


@cache
def _by_domain() -> dict[str, OutletEntry]:
    return {domain: entry for entry in outlets() for domain in entry.domains}


@cache
def _by_name() -> dict[str, OutletEntry]:
    names: dict[str, OutletEntry] = {}
    for entry in outlets():
        for form in (entry.name, entry.latin, *entry.forms):
            names.setdefault(fold(form).strip(), entry)
    return names


def domain_of(url: str | None) -> str | None:
    """Give the host of an address without "www.", or None.

    >>> domain_of("https://www.example.org/a")
    'example.org'
    """
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    return host.lower().removeprefix("www.") or None


def outlet_by_domain(url: str | None) -> Outlet | None:
    """Give the outlet of an address: the known one whose domain it is or lies under, else one named by its host."""
    host = domain_of(url)
    if not host:
        return None
    labels = host.split(".")
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        if entry := _by_domain().get(domain):
            return Outlet(entry.name, domain, entry.country)
    return Outlet(host, host, _country_of(host))


def _country_of(host: str) -> str | None:
    """Give the country that a host's last label stands for, where it is an Arab country's."""
    last = host.rsplit(".", 1)[-1]
    return last if last in _ARAB_COUNTRIES else None


_ARAB_COUNTRIES = frozenset(
    ("ae", "bh", "dj", "dz", "eg", "iq", "jo", "km", "kw", "lb", "ly", "ma", "mr", "om", "ps", "qa", "sa", "sd", "so",
     "sy", "tn", "ye")
)  # fmt: skip


def outlet_by_name(name: str) -> Outlet | None:
    """Give the outlet of that name: the known one (domain and country only if the name is nobody else's), else None."""
    entry = _by_name().get(fold(name).strip(" .:-\"'()"))
    if not entry:
        return None
    if entry.shared:
        return Outlet(entry.name)
    return Outlet(entry.name, entry.domains[0] if entry.domains else None, entry.country)
