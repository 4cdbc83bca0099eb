# make lab      open the course in JupyterLab
# make grade    an example class, made, handed in and graded in the sandbox
# make test     everything that a change has to pass, but the longest
# make e2e      a learner's hours in a real browser, all of them; takes some minutes
# make long     what make test leaves out, but for the browser
# make attacks  every hostile submission, in the sandbox
# make scale    a class on several processes, on a Dask cluster, and with PostgreSQL
# make prove    how good the checks and the names of mistakes are, measured, as a page
# make bench    a class of 200, graded by stock nbgrader and by this course; takes a quarter of an hour
# make doors    what every door says of the same answers, as a page
# make cheats   what ten cheats get from stock nbgrader and from the sandbox, as a page
VENV   := .venv
PYTHON ?= python3
PY     := $(VENV)/bin/python
ARGS   ?=
COURSE ?= course
STUDENTS ?= 24

.PHONY: lab grade test long e2e attacks scale bench prove doors cheats build lock clean

lab: $(VENV)/.installed
	@$(PY) -m grader lab $(ARGS)

grade: $(VENV)/.installed
	@$(PY) -m grader example-class --students $(STUDENTS) --seed 1 --course $(COURSE)
	@$(PY) -m grader grade --course $(COURSE)

test: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(PY) -m pytest -m "not long and not scale" -n 2 --dist loadgroup $(ARGS)

long: $(VENV)/.installed-dev
	$(PY) -m pytest -m "long and not e2e and not scale" -n 2 $(ARGS)

# Needs the system's chromium. ARGS="--shots DIR" also writes a picture of everything there is to see.
e2e: $(VENV)/.installed-dev
	$(PY) -m pytest tests/e2e -m e2e -n 2 --dist loadfile $(ARGS)

attacks: $(VENV)/.installed-dev
	$(PY) -m pytest tests/attacks -n 2 $(ARGS)

# Needs Debian's postgresql.
scale: $(VENV)/.installed-dev
	$(PY) -m pytest tests/scale -n 2 --dist loadfile $(ARGS)

bench: $(VENV)/.installed-dev
	$(PY) benchmarks/grading.py $(ARGS)

# Every mutant, every right style, every known and unseen mistake, every gradient: docs/evidence.md.
prove: $(VENV)/.installed-dev
	PYTHONPATH=.:tests/evidence $(PY) tests/evidence/prove.py
	git diff --stat -- docs/evidence.md

# Every door asked about the same answers, from the repository and from a release: docs/doors.md.
doors: $(VENV)/.installed-dev
	PYTHONPATH=.:tests/grader $(PY) tests/grader/all_doors.py > $(VENV)/doors.md
	mv $(VENV)/doors.md docs/doors.md
	git diff --stat -- docs/doors.md

# Ten cheats, handed in to stock nbgrader and to the sandbox: docs/cheats.md.
cheats: $(VENV)/.installed-dev
	PYTHONPATH=.:tests/grader $(PY) tests/grader/classroom/cheats.py > $(VENV)/cheats.md
	mv $(VENV)/cheats.md docs/cheats.md
	git diff --stat -- docs/cheats.md

build: $(VENV)/.installed
	$(PY) images/make_figures.py
	$(PY) -m grader build

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This course needs Python 3.11 or newer; set PYTHON=python3.12, for example.")'
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.lock
	touch $@

# Needs uv (pip install uv). Takes the newest versions that fit, for every platform and Python at once.
lock:
	uv pip compile --quiet --universal --upgrade --no-header pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --upgrade --no-header --extra dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf $(VENV)
