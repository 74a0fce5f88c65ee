# Måltavlan: `make run` serves it, `make test` tests it; both make what they need and are quick when it is there.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: setup run test check bench screenshots chromium office clean

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml .ci/setup
	@sh .ci/setup "$(PYTHON)" "$(BIN)"
	@touch $@

run: setup
	@$(BIN)/python -m dashboard samples
	@$(BIN)/python app.py

chromium: setup
	@sh .ci/chromium "$(BIN)"

office:
	@sh .ci/office

test: setup chromium office
	@$(BIN)/python -m pytest -n auto --dist loadgroup --durations=15 --durations-min=2

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup
	@$(BIN)/python -m tests.benchmarks

screenshots: setup chromium
	@$(BIN)/python -m tests.guide

clean:
	rm -rf .venv data/store .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
