PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run setup setup-tests test lint types tests faults bench screens clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 14

run: setup ## set up, make the sample newsroom, take a story to print, open the window
	@$(BIN)/galley demo

setup: ## make .venv with the pinned parts, and get what Qt needs of the system
	@$(PYTHON) tools/setup.py

setup-tests: ## make setup, and what only the tests need
	@$(PYTHON) tools/setup.py --tests

test: setup-tests lint types tests ## lint, types and all tests, headless

lint: setup ## ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## mypy, strict in db and exports
	@$(BIN)/mypy

tests: setup-tests ## all tests, by a process for each core, of four at most
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

faults: setup-tests ## kill it, fill its disk, cut its server, turn its clock: all rounds, with a table
	@GALLEY_FAULTS=all $(BIN)/pytest tests/faults --numprocesses 6 --dist worksteal

bench: setup ## how well and how fast pages are set, against other programs in the same run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.bench.txt
	@PYTHONPATH=. $(BIN)/python tests/bench/spacing.py
	@PYTHONPATH=. $(BIN)/python tests/bench/press.py
	@PYTHONPATH=. $(BIN)/python tests/bench/page.py
	@PYTHONPATH=. $(BIN)/python tests/bench/measure.py
	@PYTHONPATH=. $(BIN)/python tests/bench/pictures.py
	@PYTHONPATH=. $(BIN)/python tests/bench/newsroom.py
	@PYTHONPATH=. $(BIN)/python tests/bench/window.py
	@PYTHONPATH=. $(BIN)/python tests/bench/galley.py
	@PYTHONPATH=. $(BIN)/python tests/bench/board.py
	@PYTHONPATH=. $(BIN)/python tests/bench/many_hands.py

screens: setup ## pictures of the main screens, in both languages and themes and in four sizes, into build/screens
	@$(BIN)/python tools/screens.py

clean: ## remove the virtual environment and all caches
	@rm -rf .venv *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
