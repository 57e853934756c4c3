# Everything lives inside the project: .venv with the pinned libraries, data/ with the demo's school
# and the tests' files.
# Needed: Python 3.11 or newer with pip, and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV ?= uv
BIN := .venv/bin
INSTALLED := .venv/.installed
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check --no-input
COMPILE := $(UV) pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet

.PHONY: demo test check bench lock install clean

demo: install  ## show everything in the browser; ARGS="--port 9000"
	@$(BIN)/zvonok demo $(ARGS)

test: check  ## lint, types and all tests
	@mkdir -p data
	$(BIN)/pytest -n 4 --basetemp=data/tests

check: install  ## lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install  ## the measurements of docs/performance.md
	$(BIN)/python -m benchmarks.tap
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.journal
	$(BIN)/python -m benchmarks.diary
	$(BIN)/python -m benchmarks.cards
	$(BIN)/python -m benchmarks.inbox
	$(BIN)/python -m benchmarks.announce
	$(BIN)/python -m benchmarks.quarter_end
	$(BIN)/python -m benchmarks.bell
	$(BIN)/python -m benchmarks.stream
	$(BIN)/python -m benchmarks.school_import

lock:  ## pin all libraries anew (needs uv); requirements-run.lock leaves out what only developing needs
	$(COMPILE) --extra dev -o requirements.lock
	$(COMPILE) -c requirements.lock -o requirements-run.lock

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	@echo "Installing the pinned libraries into .venv (once, about a minute)"
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

clean:  ## forget the installed libraries, the demo's school and the tests' files
	rm -rf .venv data/demo data/tests
