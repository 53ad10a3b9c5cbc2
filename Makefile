# The briefing archive. `make help` lists the targets; html and test set up all that they need.

PYTHON ?= python3
SEEDS ?= seeds
OUTPUT ?= output
FACTS ?= facts.jsonl
STRICT ?= 0
PORT ?= 8000
TEXTS ?= ../shared/eval
PICTURES ?= docs/images
TRAIN ?= ../shared/train

JUDGES := tests/judges

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp
MODEL := $(VENV)/model/model.stamp
PELICAN = $(BIN)/pelican content -o "$$OUTPUT" --fatal errors

export SEEDS OUTPUT STRICT TEXTS FACTS
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help html serve devserver publish test check lint facts eval bench judges screenshots lock clean

help: ## list the targets
	@echo "make TARGET [SEEDS=folder] [OUTPUT=folder] [STRICT=1] [SITEURL=https://...]"
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

html: $(RUNTIME) ## build the site from SEEDS into OUTPUT
	@$(PELICAN) -s pelicanconf.py

serve: html ## build the site and serve it on PORT
	@$(BIN)/python -m http.server --directory "$$OUTPUT" --bind 127.0.0.1 $(PORT)

devserver: $(DEV) ## serve the site, rebuild it when a source changes and reload the open page
	@$(BIN)/python -m briefing.devserver --port $(PORT) --output "$$OUTPUT" --watch "$$SEEDS" content themes

publish: $(RUNTIME) ## build the site as it is to be published, with the address SITEURL
	@$(PELICAN) -s publishconf.py

test: $(DEV) ## run the tests
	@$(BIN)/python -m pytest -n auto -m "not browser and not readers" tests

check: $(DEV) lint html judges ## run everything that is slow: linters, the browser, real feed readers, links over the whole site
	@$(BIN)/python -m pytest -n auto -rs -m "(browser or readers) and not alone" tests
	@$(BIN)/python -m pytest -rs -m alone tests

judges: $(DEV) ## install the judges of pages that come from npm: Lighthouse and the Nu HTML checker
	@cmp -s $(JUDGES)/package-lock.json $(VENV)/judges.stamp || { echo "Setting up: installing judges of pages into $(JUDGES)" && \
	  npm ci --prefix $(JUDGES) --ignore-scripts --no-audit --no-fund --loglevel error && \
	  cp $(JUDGES)/package-lock.json $(VENV)/judges.stamp; } || echo "Lighthouse and the Nu HTML checker are left out: they need npm and its registry"

lint: $(DEV) ## check style and types
	@$(BIN)/ruff check plugins tests pelicanconf.py publishconf.py
	@$(BIN)/mypy

facts: $(RUNTIME) ## write the facts of SEEDS to FACTS, with no site
	@$(BIN)/briefing extract "$$SEEDS" --output "$$FACTS"

eval: $(DEV) ## score the facts against annotated texts, where they are present; a score under its floor fails
	@$(BIN)/python -m tests.eval --texts "$$TEXTS"

bench: $(DEV) ## time each stage at 100, 1,000 and 5,000 articles, beside plain Pelican and Hugo
	@$(BIN)/python -m tests.benchmarks

screenshots: html $(DEV) ## picture each kind of page into PICTURES (Chromium needed)
	@$(BIN)/python -m tests.screenshots "$$OUTPUT" "$(PICTURES)"

model: $(MODEL) ## train the name tagger anew from the texts of TRAIN and TEXTS (about 25 minutes on two cores)
	@PYTHONPATH=plugins PYTHONHASHSEED=0 $(VENV)/model/bin/python -m briefing.tagger.train --texts "$(TRAIN)" \
	  --articles "$(TEXTS)/articles" --measure "$(TEXTS)/dev" --labels tests/eval/gold

lock: ## pin the dependencies of pyproject.toml anew (developers; PYTHON is the oldest that is supported, Debian 12's 3.11.2)
	$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install -q --upgrade pip pip-tools
	$(VENV)/lock/bin/pip-compile -q --strip-extras --allow-unsafe --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --extra build -o requirements.txt pyproject.toml
	$(VENV)/lock/bin/pip-compile -q --strip-extras --allow-unsafe --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --extra build --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml
	$(VENV)/lock/bin/pip-compile -q --strip-extras --allow-unsafe --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  -c requirements.txt -o requirements-model.txt requirements-model.in

clean: ## remove the site and all that was computed before; articles and content stay
	@rm -rf output .cache .pytest_cache .ruff_cache .mypy_cache

# A stamp is made last, so that a set-up that was broken off starts anew.
$(RUNTIME): requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up: installing what the archive needs into $(VENV)"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Setting up: installing what the tests need into $(VENV)"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

# Training has an environment of its own: its libraries are many times as large as all others together.
$(MODEL): requirements.txt requirements-model.txt
	@test -x $(VENV)/model/bin/python || $(PYTHON) -m venv $(VENV)/model
	@echo "Setting up: installing what training needs into $(VENV)/model"
	@$(VENV)/model/bin/python -m pip install --quiet --require-hashes -r requirements.txt -r requirements-model.txt
	@touch $@
