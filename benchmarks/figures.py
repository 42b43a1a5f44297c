"""Print every figure of the record against gold as one Markdown table, for docs/results.md.

usage: python benchmarks/figures.py [SHARED]

Reads the sample pages, and, where the folder SHARED (default ../shared) is there, its seeds and annotated stories.
Figures are F1, accuracy or recall as docs/gold.md defines them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from riwaya.batch import read_pages
from riwaya.compare.together import gather
from riwaya.page.intake import find_pages
from riwaya.score.figures import score
from riwaya.score.floors import headline
from riwaya.score.gold import load_case
from riwaya.store.jsonl import write_record

ROOT = Path(__file__).resolve().parent.parent


def cases(shared: Path) -> list[tuple[str, Path, Path]]:
    """Give (name, gold, pages): the samples, then what lies in the shared folder."""
    found = [
        (gold.stem, gold, ROOT / "samples" / "pages") for gold in sorted((ROOT / "samples" / "gold").glob("*.json"))
    ]
    for gold in sorted((shared / "gold").glob("*.json"), key=lambda p: (p.stem != "seeds", p.stem)):
        found.append((gold.stem, gold, shared / ("seeds" if gold.stem == "seeds" else f"dev/{gold.stem}")))
    return found


def figures(gold: Path, pages: Path) -> dict[str, float]:
    """Read the pages and give the headline figures."""
    with tempfile.TemporaryDirectory() as folder:
        reading = read_pages(find_pages([str(pages)]))
        write_record(Path(folder), reading.records, gather(reading.records), reading.problems)
        return headline(score(load_case(gold, pages, Path(folder))))


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    columns = {name: figures(gold, pages) for name, gold, pages in cases(shared)}
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    stories = [name for name in columns if name not in ("seeds", "sfax-fire", "amman-visit")]
    print("| figure | " + " | ".join(columns) + " | mean of stories |")
    print("|---|" + "---|" * (len(columns) + 1))
    for name in names:
        cells = [f"{column[name]:.2f}" if name in column else "" for column in columns.values()]
        known = [columns[story][name] for story in stories if name in columns[story]]
        print(
            f"| {name} | " + " | ".join(cells) + f" | {sum(known) / len(known):.3f} |"
            if known
            else f"| {name} | {' | '.join(cells)} | |"
        )


if __name__ == "__main__":
    main()
