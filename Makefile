# make demo: set up and read the sample pages · make test: set up and pass every test · make check: lint, types, layers
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check docs clean

demo: .venv/.installed
	$(BIN)/riwaya read samples/pages --record out/record --report out/report.html
	$(BIN)/riwaya check out/record
	@rm -f out/news.riwaya out/news.riwaya-*
	@$(BIN)/riwaya add out/news.riwaya samples/pages
	@echo
	@echo "Where the outlets differ, with their words: open the report in a browser"
	@echo "  $$($(BIN)/python -c 'import pathlib; print(pathlib.Path("out/report.html").resolve().as_uri())')"
	@echo "The same as a reading room, with search and judging:  $(BIN)/riwaya serve out/news.riwaya  and then"
	@echo "  http://127.0.0.1:8642/"
	@echo "The record, for programs: out/record (docs/record.md says what is in it)"

test: .venv/.tested
	$(BIN)/python -m pytest

check: .venv/.tested
	$(BIN)/ruff check src tests training benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_docs.py

docs: .venv/.installed
	$(BIN)/python docs/commands.py
	$(BIN)/python docs/api.py

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Riwaya needs Python 3.11 or later; try make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade pip

.venv/.installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/.tested: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@ .venv/.installed

clean:
	rm -rf .venv out build dist
