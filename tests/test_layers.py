"""Imports run one way, as pyproject.toml draws it."""

import subprocess
import sys
from pathlib import Path


def test_imports_run_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=Path(__file__).resolve().parent.parent, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
