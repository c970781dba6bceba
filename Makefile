# The commands of this repository; each sets up what is missing first.
PYTHON ?= python3
BIN := .venv/bin
BARE := .venv-without-qt/bin
LOCKS := packaging/locks
WINDOWS := tests/ui tests/recovery tests/x11
ROOM_AND_PREPARE := $(wildcard tests/ui/test_room_*.py) tests/ui/test_legibility.py tests/ui/test_scenes.py \
  tests/ui/test_every_window.py tests/ui/test_rehearse_this_event.py tests/ui/prepare tests/ui/guide tests/ui/assisted

.PHONY: run test check test-without-qt test-windows test-room-and-prepare test-recovery bench bench-peers shots guide words locks architecture system test-system clean

run: .venv/ready
	$(BIN)/python -m ui

# The parts run beside each other, the longest first; one of them mostly waits. What a part prints comes in one piece.
test:
	$(MAKE) --jobs=3 --output-sync=target test-without-qt test-room-and-prepare test-recovery test-windows check

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# The product without windows, in an environment that has no PySide6 at all.
test-without-qt: .venv-without-qt/ready .venv-validators/ready
	QT_QPA_PLATFORM=offscreen $(BARE)/python -m pytest $(addprefix --ignore=,$(WINDOWS))

test-windows: .venv/ready | test-system
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/ui $(addprefix --ignore=,$(ROOM_AND_PREPARE))

# As many of the windows' tests as keep both processors busy to the end.
test-room-and-prepare: .venv/ready | test-system
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ROOM_AND_PREPARE)

# The whole program: killed and opened again, and under a display of its own with real keys.
test-recovery: .venv/ready | test-system
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/recovery tests/x11

bench: .venv/ready
	$(BIN)/python -m tests.bench

# Beside programs of others, which are installed for it; it needs Xvfb and xdotool.
bench-peers: .venv/ready | test-system
	packaging/install-peers $(PYTHON)
	$(BIN)/python -m tests.bench.peers

shots: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m ui.walkthrough
	$(BIN)/python -m tests.ui.room_gallery build/room-screen

# The pictures of docs/guide and of the README, from the windows as they are today.
guide: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/draw_guide.py

# The message template that translators start from, and the file table of docs/architecture.md.
words: .venv/ready
	$(BIN)/python packaging/collect_words.py

architecture: .venv/ready
	$(BIN)/python packaging/draw_architecture.py

# Needs uv on the PATH; the locks carry hashes and name no host.
locks:
	for name in without-qt whole validators; do \
	  uv pip compile --quiet --universal --generate-hashes --upgrade --no-header --python-version 3.11 \
	    $(LOCKS)/$$name.in -o $(LOCKS)/$$name.txt || exit 1; \
	done

clean:
	rm -rf .venv .venv-without-qt .venv-validators build

system:
	@packaging/install-system-packages $(PYTHON)

test-system: system  # one after the other: both use the system's package manager
	@packaging/install-system-packages $(PYTHON) packaging/test-packages || echo "Tests that need these are skipped."

.venv/ready: $(LOCKS)/whole.txt pyproject.toml | system
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCKS)/whole.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv-without-qt/ready: $(LOCKS)/without-qt.txt | system
	$(PYTHON) -m venv .venv-without-qt
	$(BARE)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCKS)/without-qt.txt
	touch $@

.venv-validators/ready: $(LOCKS)/validators.txt | system
	$(PYTHON) -m venv .venv-validators
	.venv-validators/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCKS)/validators.txt
	touch $@
