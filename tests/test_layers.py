"""Imports run one way, as pyproject.toml draws it."""

from importlinter.cli import lint_imports_command


def test_imports_run_one_way() -> None:
    result = lint_imports_command.main(["--no-cache"], standalone_mode=False)
    assert result in (0, None)
