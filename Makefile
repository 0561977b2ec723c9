# The two commands of the README: make run, make test. The rest is for people who build it.
PYTHON ?= python3
VENV ?= .venv
EXTRAS ?= dev
BIN = $(VENV)/bin
PYTEST = $(BIN)/python -m pytest -n 3 --dist worksteal

.PHONY: run test test-live test-lowest check lint types imports faults soak bench bench-sound bench-log schema readme pictures snapshots transcript transcripts sounds clean

run: $(VENV)/run.stamp
	$(BIN)/glutetimer

test: $(VENV)/dev.stamp
	$(PYTEST)

# What hears, opens a browser or looks at real time: one after another, with nothing beside it. Minutes.
test-live: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -p no:xdist -m live

# With the lowest versions that pyproject.toml names: they install together, and the program starts and runs.
test-lowest: $(VENV)/lowest.stamp
	$(VENV)/lowest/bin/python tests/smoke.py

check: lint types imports test

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

imports: $(VENV)/dev.stamp
	$(BIN)/lint-imports

# Kills and refusals at every disk call, full disks, clocks, signals on every screen: Linux, by hand, an hour or two.
faults: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -p no:xdist --timeout 0 tests/faults

# Power cuts (as root), ten hours at speed, half an hour in real time: Linux, by hand, an hour.
soak: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -p no:xdist --timeout 0 tests/soak

# Start, running, paused, keys, memory and growth beside an empty Textual app and other timers, in one table. Minutes.
bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench.bench

# A metronome on a busy screen, recorded, for each player; beside it how late a bare thread wakes. Minutes.
bench-sound: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench.bench_sound

# Logs of 100 to 100,000 workouts from a seed, beside an empty one. Minutes.
bench-log: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench.bench_log

# What programs made is made again here; a test says whether it is current.
schema: $(VENV)/dev.stamp
	$(BIN)/python sessions/make_schema.py

readme: $(VENV)/dev.stamp
	$(BIN)/python -m tests.make.readme
	$(BIN)/python -m tests.make.log_document

pictures: $(VENV)/dev.stamp
	$(BIN)/python -m tests.make.pictures

# Look at the screens first: this only writes down how they are.
snapshots: $(VENV)/dev.stamp
	$(BIN)/python -m tests.make.snapshots

# What is heard of a session, on the screen: SESSION=get-hip, and KNOWN=known for a runner who has done all of it.
transcript: $(VENV)/dev.stamp
	$(BIN)/python -m tests.make.transcript $(SESSION) $(KNOWN)

# Of all sessions, new and known, in files. Read them first: this only writes down how they are.
transcripts: $(VENV)/dev.stamp
	$(BIN)/python -m tests.make.transcript

sounds:
	$(PYTHON) sounds/make_sounds.py

$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/dev.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	touch $@

$(VENV)/lowest.stamp: pyproject.toml tests/make/lowest.py
	$(PYTHON) -m venv $(VENV)/lowest
	$(PYTHON) tests/make/lowest.py > $(VENV)/lowest.txt
	$(VENV)/lowest/bin/python -m pip install --quiet --disable-pip-version-check --requirement $(VENV)/lowest.txt --editable .
	touch $@

clean:
	rm -rf $(VENV) dist build .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
