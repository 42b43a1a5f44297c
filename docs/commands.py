"""Write docs/commands.md from the commands' own help; `--check` fails where it is out of date."""

from __future__ import annotations

import sys
from pathlib import Path

from click.testing import CliRunner

from riwaya.cli import COMMANDS, main

PAGE = Path(__file__).with_name("commands.md")


def text() -> str:
    """Give the page: one heading a command, its help as it prints."""
    parts = ["# Commands\n\nWritten from the program's own help by `make docs`.\n"]
    for name in COMMANDS:
        shown = CliRunner().invoke(main, [name, "--help"], prog_name="riwaya", terminal_width=100).output
        parts.append(f"## riwaya {name}\n\n```text\n{shown.rstrip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != text())
    PAGE.write_text(text(), encoding="utf-8")
