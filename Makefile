# What can be done here: make help

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
FLAGS := -trimpath -ldflags "-s -w -X toetssteen/internal/cli.Version=$(VERSION)"
WINDOW := desktop,production,webkit2_41
BIN := build/bin
LINT := build/tools/golangci-lint
DISPLAY_HERE := $(DISPLAY)$(WAYLAND_DISPLAY)
GO_SOURCES = $(shell find . -name '*.go' -not -path './frontend/node_modules/*' -not -name '*_test.go')
EMBEDDED = $(shell find internal locales \( -name '*.json' -o -name '*.sql' -o -name '*.ttf' \) -not -path '*/testdata/*')
PAGES = $(shell find frontend/src frontend/public locales -type f 2>/dev/null) frontend/index.html frontend/vite.config.ts frontend/package-lock.json
# Playwright and the smoke test run one after the other: two cores.
.NOTPARALLEL:

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

.PHONY: run
run: ## open the app on sample data; without a display, serve it on a loopback address
ifeq ($(DISPLAY_HERE),)
	@build/setup/setup
	@$(MAKE) --no-print-directory $(BIN)/toetssteen-browser
	@$(BIN)/toetssteen-browser browser --sample
else
	@build/setup/setup window
	@$(MAKE) --no-print-directory $(BIN)/toetssteen
	@$(BIN)/toetssteen --sample
endif

.PHONY: build
build: ## make build/bin/toetssteen
	@build/setup/setup window
	@$(MAKE) --no-print-directory $(BIN)/toetssteen

.PHONY: setup
setup: ## install everything that run and test need
	@build/setup/setup window test

.PHONY: test
test: setup ## run every test
	@build/setup/stages vet test-go test-frontend test-browser test-window

.PHONY: vet
vet: frontend/dist/index.html
	@test -z "$$(gofmt -l app internal locales main.go)" || { gofmt -l app internal locales main.go; echo "not formatted: run gofmt -w"; exit 1; }
	go vet ./...

.PHONY: test-go
test-go: frontend/dist/index.html ## Go, with the race detector; WebDAV against six servers
	go test -race ./...

.PHONY: test-frontend
test-frontend: ## types, and the frontend's pure code
	cd frontend && npm run check && npm test

.PHONY: test-browser
test-browser: $(BIN)/toetssteen-browser ## Playwright and axe-core in Chromium, against the real Go code
	cd frontend && TOETSSTEEN_BINARY=$(CURDIR)/$(BIN)/toetssteen-browser npm run e2e

.PHONY: test-window
test-window: $(BIN)/toetssteen-smoke ## the real window, through the accessibility tree
	build/windowtest/run $(BIN)/toetssteen-smoke

.PHONY: lint
lint: setup $(LINT) frontend/dist/index.html ## golangci-lint and eslint
	$(LINT) run ./...
	cd frontend && npm run lint

.PHONY: burden
burden: setup $(BIN)/toetssteen-browser ## what the instrument asks of a person: key presses, clicks, minutes
	cd frontend && TOETSSTEEN_BINARY=$(CURDIR)/$(BIN)/toetssteen-browser npm run --silent burden

.PHONY: bench
bench: setup frontend/dist/index.html ## benchmarks, each beside what it is compared to
	go test -run '^$$' -bench . -benchmem ./...

.PHONY: fuzz
fuzz: setup ## a minute of each fuzz target
	@build/setup/fuzz

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BIN) build/tools build/stamps build/log frontend/dist frontend/node_modules

frontend/dist/index.html: $(PAGES)
	cd frontend && npm run build

$(BIN)/toetssteen: frontend/dist/index.html $(GO_SOURCES) $(EMBEDDED) go.mod
	go build $(FLAGS) -tags $(WINDOW) -o $@ .

# Without the window: no cgo, no WebKit. All but the window itself works.
$(BIN)/toetssteen-browser: frontend/dist/index.html $(GO_SOURCES) $(EMBEDDED) go.mod
	CGO_ENABLED=0 go build $(FLAGS) -o $@ .

# With methods that misbehave, see app/provoke_smoke.go.
$(BIN)/toetssteen-smoke: frontend/dist/index.html $(GO_SOURCES) $(EMBEDDED) go.mod
	go build $(FLAGS) -tags $(WINDOW),smoke -o $@ .

$(LINT): build/tools/version
	GOBIN=$(CURDIR)/build/tools go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$$(cat build/tools/version)
	@touch $@
build/tools/version: build/setup/golangci-lint.version
	@mkdir -p build/tools && cp $< $@
