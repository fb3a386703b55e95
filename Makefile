# Two commands on a fresh machine: `make run` and `make test`. Both need Python 3.11 or later.
PYTHON ?= python3
VENV ?= .venv
PY = $(VENV)/bin/python
PIP = $(PY) -m pip --disable-pip-version-check install --quiet --require-hashes

EXAMPLE = seeds/examples/originals/wexcombe-leisure-trust-2025-06.docx

.PHONY: run test check generate lock clean

run: $(VENV)/.run
	$(PY) -m checker check
	$(PY) -m checker draft $(EXAMPLE)
	$(PY) -m checker precheck $(EXAMPLE) --fail-on never

test: $(VENV)/.dev
	$(PY) -m pytest

# What must hold beside the tests: format, lint, types, import floors, generated files.
check: $(VENV)/.dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo
	$(PY) -m checker.generate --check
	$(PY) -m checker rules test

generate: $(VENV)/.run
	$(PY) -m checker.generate

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	$(PIP) -r requirements.lock
	touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	$(PIP) -r requirements-dev.lock
	touch $@ $(VENV)/.run

# Needs uv. The locks name packages and hashes, never an index.
lock:
	uv pip compile pyproject.toml --generate-hashes --universal --no-emit-index-url --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --no-emit-index-url --no-header -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
