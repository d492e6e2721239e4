# `make` alone says what there is. By hand only python3 (3.11 or later) and make are needed.

PORT ?= 8080
PYTHON ?= python3
DEMO_STORE = sqlite:///build/demo-$(PORT).db

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test check package bench serve clean python-fits port-free

help:
	@echo "make demo    index samples/ and start the service on http://127.0.0.1:$(PORT) (PORT=8080)"
	@echo "make test    style, types and all tests; those of Elasticsearch on 9 and 8.19"
	@echo "make check   style and types alone"
	@echo "make bench   accuracy, speed, memory, search, check, utterances, names, a minute of load: prints figures"
	@echo "make serve   start the service on the store in ONRECORD_STORE (PORT=8080)"
	@echo "make clean   remove what these commands made; caches of downloads stay"

# --- Environments: one folder each, made again when pyproject.toml changes -------------------------

python-fits:
	@command -v $(PYTHON) >/dev/null || { echo "onrecord needs Python 3.11 or later; '$(PYTHON)' is not there" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("onrecord needs Python 3.11 or later; \
	$(PYTHON) is %d.%d (make PYTHON=python3.12 ... names another)" % sys.version_info[:2])'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) lacks its venv module: \
	install it (on Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }

.venv/.installed: pyproject.toml | python-fits
	@echo "onrecord and what it needs are installed into .venv; this takes a minute or two"
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --editable . 'elasticsearch>=9,<10'
	@touch $@

.venv/.tests: .venv/.installed
	.venv/bin/python -m pip install --quiet --editable '.[dev]' 'elasticsearch>=9,<10'
	@touch $@

# The client of the older living major refuses to share an environment with that of the newer.
.venv-8/.tests: pyproject.toml | python-fits
	$(PYTHON) -m venv .venv-8
	.venv-8/bin/python -m pip install --quiet --editable '.[dev]' 'elasticsearch>=8.19,<9'
	@touch $@

# --- To see it ------------------------------------------------------------------------------------

port-free: python-fits
	@$(PYTHON) -c 'import socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); \
	s.bind(("127.0.0.1", int("$(PORT)")))' 2>/dev/null || { echo "port $(PORT) on 127.0.0.1 is in use or not \
	allowed: choose another, as in 'make $(firstword $(MAKECMDGOALS)) PORT=8090'" >&2; exit 1; }

demo: port-free .venv/.installed
	@mkdir -p build && rm -f build/demo-$(PORT).db*
	.venv/bin/onrecord --store $(DEMO_STORE) index samples
	@printf '%s\n' "" "The samples are indexed. Two searches to try (Ctrl-C stops the service):" \
	    "  http://127.0.0.1:$(PORT)/?q=daughter" \
	    "  http://127.0.0.1:$(PORT)/v1/quotes?q=daughter&speaker=halloran" \
	    "and in another terminal, for the command and what README shows:" \
	    "  export PATH=\"$(CURDIR)/.venv/bin:\$$PATH\" ONRECORD_STORE=\"sqlite:///$(CURDIR)/build/demo-$(PORT).db\"" ""
	@exec .venv/bin/onrecord --store $(DEMO_STORE) serve --port $(PORT) --full-text

serve: port-free .venv/.installed
	@exec .venv/bin/onrecord serve --port $(PORT)

# --- To trust it ----------------------------------------------------------------------------------

check: .venv/.tests
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

test: check package .venv-8/.tests
	.venv/bin/pytest
	.venv-8/bin/pytest -m elasticsearch || { [ $$? = 5 ] && [ -z "$$ONRECORD_REQUIRE_ELASTICSEARCH" ]; }

# What a user gets: the wheel alone, in an environment that has nothing else.
package: .venv/.tests
	@rm -rf build/package && mkdir -p build/package
	.venv/bin/python -m pip wheel --quiet --no-deps --wheel-dir build/package .
	$(PYTHON) -m venv build/package/venv
	build/package/venv/bin/python -m pip install --quiet build/package/onrecord-*.whl
	cd build/package && venv/bin/onrecord --version \
	    && venv/bin/onrecord --store sqlite:///package.db index ../../samples \
	    && venv/bin/onrecord --store sqlite:///package.db search 'speaker:halloran daughter'

bench: .venv/.tests
	.venv/bin/python -m bench.accuracy
	.venv/bin/python -m bench.accuracy --extractor rules
	.venv/bin/python -m bench.floors
	.venv/bin/python -m bench.resolution
	.venv/bin/python -m bench.said
	.venv/bin/python -m bench.speed
	.venv/bin/python -m bench.memory
	.venv/bin/python -m bench.search
	.venv/bin/python -m bench.pages
	.venv/bin/python -m bench.seeds
	.venv/bin/python -m bench.check --semantic
	.venv/bin/python -m bench.seeds_check
	.venv/bin/python -m bench.utterances
	.venv/bin/python -m bench.names
	.venv/bin/python -m bench.soak

clean:
	rm -rf .venv .venv-8 build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
