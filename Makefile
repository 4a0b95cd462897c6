# The five commands a newcomer needs. Each makes its own environment in .venv the first time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLE := build/sample.citeria

.PHONY: run test check bench gallery pictures translations lock clean
.DEFAULT_GOAL := run

run: $(READY)  ## open the window on the sample project (in the terminal where there is no display)
	$(BIN)/citeria --sample $(SAMPLE)

test: $(READY)  ## run all tests
	$(BIN)/python -m pytest -n auto

check: $(READY)  ## linters, types, architecture contracts, tests: all that CI runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(MAKE) test

bench: $(READY)  ## measure; nothing passes or fails by its time
	$(BIN)/python -m pytest tests/benchmarks --benchmark-enable --benchmark-only

gallery: $(READY)  ## render every page of every view and every dialog to build/gallery
	rm -f build/gallery.citeria
	$(BIN)/citeria new build/gallery.citeria --sample
	$(BIN)/citeria gallery build/gallery.citeria build/gallery

pictures: $(READY)  ## make the pictures of the README and the handbook anew
	$(BIN)/python tools/pictures.py

translations: $(READY)  ## gather the texts of the interface, compile their translations, tell what is missing
	$(BIN)/python tools/translations.py

lock:  ## resolve the dependencies again (needs uv)
	uv pip compile --universal --generate-hashes --no-header --extra dev --python-version 3.11 pyproject.toml -o requirements.lock.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache

$(READY): requirements.lock.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p build
	@touch $@
