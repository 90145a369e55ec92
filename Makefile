# Every target brings its own environment (.venv) from the lock files.
PYTHON ?= python3
BIN := .venv/bin
PAGE ?= build/asyncapi.html
CHAOS = $(if $(SEED),--seed $(SEED)) $(if $(ARTICLES),--articles $(ARTICLES)) $(if $(FOLDER),--articles-folder $(FOLDER))

.PHONY: setup demo page test chaos soak lint bench bench-kafka lock clean

setup:            ## .venv from the lock files
	@$(PYTHON) deploy/set_up.py

demo: setup       ## the whole pipeline on an embedded Kafka with real articles
	@$(BIN)/figurewatch demo

page:             ## schemas/asyncapi.json checked by AsyncAPI's parser, and a page of it (by Node.js; PAGE)
	@npm --prefix docs/asyncapi ci --loglevel=error
	@mkdir -p $(dir $(PAGE))
	@node docs/asyncapi/page.mjs schemas/asyncapi.json $(PAGE)

lint: setup       ## style, types, layers, generated documents
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@MYPYPATH=bench:.venv/src $(BIN)/mypy bench/*.py
	@PYTHONPATH=.venv/src $(BIN)/lint-imports --no-cache
	@$(BIN)/python -m figurewatch.schemas.documents --check
	@$(BIN)/python deploy/metrics_page.py --check
	@$(BIN)/python -m deploy.grafana.generate --check

test: lint        ## lint and every test, on a real Kafka
	@$(BIN)/pytest

chaos: setup      ## kills, outages and deletions on a real Kafka, against a calm run (SEED, ARTICLES, FOLDER)
	@$(BIN)/pytest tests/chaos -m 'chaos and not soak' $(CHAOS)

soak: test        ## what takes long or needs luck, the long storms included
	@$(BIN)/pytest -m soak $(CHAOS)

bench: setup      ## accuracy and speed (FIGUREWATCH_EVAL names the evaluation data)
	@$(BIN)/python bench/run.py

bench-kafka: setup ## rates, latencies and start-up on an embedded Kafka
	@$(BIN)/python bench/pipeline.py
	@$(BIN)/python bench/startup.py

lock: setup       ## renew the lock files from pyproject.toml
	@echo uv | $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate - -o bootstrap.lock
	@$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
	  --extra models --extra kafka --extra tracing --extra dev pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
	  --extra models --extra tracing pyproject.toml -o deploy/requirements.lock
	@$(BIN)/uv pip compile --quiet --generate-hashes --python-version 3.11 --prerelease if-necessary-or-explicit \
	  --no-emit-index-url --no-header --no-annotate bench/peers.in -o bench/peers.lock

clean:            ## remove what the targets made
	rm -rf .venv build dist docs/asyncapi/node_modules *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
