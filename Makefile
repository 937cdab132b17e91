# One command to begin with, whichever: `make run`, `make chat` or `make test` set everything up.
# What is already set up costs nothing the second time.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
PY := .venv/bin/python
UV := $(CURDIR)/.venv/bin/uv
TESTS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run chat test check evaluate bench lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 16

setup: nlu/models/active.json ## both environments, and a trained model

run: setup ## the chat page on http://127.0.0.1:8000, and Telegram when there is a token
	@$(PY) -m bot run

chat: setup ## the assistant in the terminal
	@$(PY) -m bot chat

test: setup ## every test (TESTS=… for some)
	$(PY) -m pytest $(TESTS)

check: setup ## style, types, layers, knowledge, container files
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m bot knowledge check
	.venv/bin/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	.venv/bin/hadolint Dockerfile nlu/Dockerfile

evaluate: setup ## how well questions that were not learned are understood
	$(PY) -m bot nlu train
	$(PY) -m bot nlu evaluate

bench: setup ## answer time, memory, start; places; growth of the knowledge; ways to understand; Telegram
	$(PY) -m scripts.bench.serving
	$(PY) -m scripts.bench.territory
	$(PY) -m scripts.bench.places
	$(PY) -m scripts.bench.knowledge
	$(PY) -m scripts.bench.exchange
	$(PY) -m scripts.bench.phrases
	$(PY) -m scripts.bench.understanding
	$(PY) -m scripts.bench.telegram.throughput
	$(PY) -m scripts.bench.telegram.limits
	$(PY) -m scripts.bench.telegram.hostile
	$(PY) -m scripts.bench.telegram.kills

lock: .venv/.ready ## the locked requirements again, from the .in files
	$(UV) pip compile $(LOCK) --python-version 3.11 requirements-dev.in -o requirements-dev.txt
	$(UV) pip compile $(LOCK) --python-version 3.11 requirements.in -c requirements-dev.txt -o requirements.txt
	cd nlu && $(UV) pip compile $(LOCK) --python-version 3.10 requirements.in -o requirements.txt

LOCK := --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header

clean: ## forget both environments and the models
	rm -rf .venv nlu/.venv nlu/models

.venv/.ready: requirements-dev.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or say where it is (make PYTHON=/path/to/python3)."; exit 1; }
	@echo "1/3 The program's environment (.venv): about 30 seconds"
	@$(PYTHON) -m venv --clear .venv
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

nlu/.venv/.ready: nlu/requirements.txt nlu/.python-version | .venv/.ready
	@echo "2/3 Rasa's environment (nlu/.venv, 2.5 GB): one to several minutes"
	@cd nlu && $(UV) venv --quiet --clear .venv || { echo "Rasa needs Python 3.10, which was neither found nor downloaded: install it (pyenv install 3.10, or your system's python3.10), then start again."; exit 1; }
	@cd nlu && $(UV) pip install --compile-bytecode --python .venv/bin/python --require-hashes -r requirements.txt
	@touch $@

nlu/models/active.json: | .venv/.ready nlu/.venv/.ready
	@echo "3/3 The model: two to four minutes"
	@$(PY) -m bot nlu train
