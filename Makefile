# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
ARTICLE ?= eval/pages/rare-earths.html

.DEFAULT_GOAL := help
.PHONY: help demo test check evals bench clean

help:  ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(INSTALLED)  ## Highlights and claims of an article from this repo, offline
	$(BIN)/summarizer run $(ARTICLE) --engine extractive
	@$(BIN)/summarizer run $(ARTICLE) --engine extractive --format html --out .demo/page.html
	@echo; echo "The same as a page for editors: .demo/page.html"

test: $(INSTALLED)  ## All tests (offline)
	$(BIN)/python -m pytest

check: $(INSTALLED)  ## Lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evals: $(INSTALLED)  ## Regression evals against their baselines (offline, strict replay)
	$(BIN)/summarizer eval run regression --out .eval/regression.json --html .eval/regression.html
	$(BIN)/summarizer eval compare regression .eval/regression.json
	$(BIN)/summarizer eval run llm-replay --replay --out .eval/llm-replay.json --html .eval/llm-replay.html
	$(BIN)/summarizer eval compare llm-replay .eval/llm-replay.json
	$(BIN)/summarizer eval run judged --replay --out .eval/judged.json

bench: $(INSTALLED)  ## Speed and accuracy; DATA=folder adds the public data sets
	$(BIN)/python benchmarks/grounding.py $(if $(DATA),--faithfulness $(DATA)/faithfulness)
	$(if $(DATA),$(BIN)/python benchmarks/extraction.py $(DATA)/extraction)

clean:  ## Remove what make made
	rm -rf $(VENV) .demo .eval
