# Each target sets up what it needs: a virtual environment in .venv, from the lock file.
# Needed beforehand: Python 3.11 or later with pip and venv, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
BENCH_INSTALLED := $(VENV)/.installed-bench
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

.PHONY: help setup demo serve test cover lint fuzz bench lock clean

help:
	@echo "make demo   read the sample documents and show what became of their promises"
	@echo "make serve  show the sample documents in a browser"
	@echo "make test   lint, types and tests"
	@echo "make cover  the tests with coverage"
	@echo "make lint   lint and types only"
	@echo "make fuzz   read 10,000 damaged files of each format"
	@echo "make bench  measure speed and memory, and write them into docs/performance.md"
	@echo "make lock   write the lock files anew"

setup: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "yaksok needs Python 3.11 or later; name one with: make PYTHON=python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r constraints.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(INSTALLED)
	$(BIN)/yaksok demo

serve: $(INSTALLED)
	$(BIN)/yaksok serve --samples

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python tools/lock.py --check
	$(BIN)/mypy

# pytest stands last, so that its summary closes the run.
# The tests of a file share what they set up, so one process runs them all; the plug-in of schemathesis is used by none.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile -p no:schemathesis

test: lint
	$(PYTEST)

cover: $(INSTALLED)
	$(PYTEST) --cov --cov-report=term

fuzz: $(INSTALLED)
	YAKSOK_FUZZ=10000 $(BIN)/python -m pytest tests/robustness -q

$(BENCH_INSTALLED): $(INSTALLED) constraints-bench.txt
	$(PIP) --require-hashes -r constraints-bench.txt
	@touch $@

bench: $(BENCH_INSTALLED)
	$(BIN)/python bench/run.py --write $(BENCH)
	$(BIN)/python bench/formats.py $(FORMATS) --write

lock: $(INSTALLED)
	$(BIN)/python tools/lock.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.*
