# Every target says what it is doing, installs what is missing, and does no work twice. The steps are in scripts/steps.

.DEFAULT_GOAL := help
.PHONY: help run dev test build tools env fmt clippy unit e2e fuzz bench clean

help: ## list the targets
	@echo "Magic Auth for Leptos"
	@echo
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "For plain \`cargo leptos watch\` and \`cargo leptos end-to-end\`:  make tools && eval \"\$$(make env)\""
	@echo "The tools are kept in ~/.cache/magic-auth-leptos, or where MAGIC_AUTH_CACHE says."

run: ## build the release application and serve it on http://localhost:3000
	@scripts/steps rust node tools build serve

dev: ## the same while you write: rebuild and reload at every change
	@scripts/steps rust node tools watch

test: ## everything: format, lints, supply chain, unit, HTTP and browser tests
	@scripts/steps rust node tools deny-tool npm browser postgres fmt types deny clippy-server clippy-wasm features package unit postgres-alone build examples e2e

build: ## the release application: target/dist/magic-auth and target/dist/site
	@scripts/steps rust node tools build

tools: ## install cargo-leptos, wasm-bindgen and wasm-opt for this project alone
	@scripts/steps rust node tools

env: ## print the line that puts these tools on your PATH
	@scripts/print-env

fmt: ## format the Rust sources
	@scripts/steps rust format

clippy: ## lint the server and the browser's half
	@scripts/steps rust clippy-server clippy-wasm features

unit: ## unit and HTTP tests only, on both databases; ARGS="name" picks some
	@scripts/steps rust postgres unit http-postgres

e2e: ## browser tests only; ARGS="log_in --project=no-scripts" picks some
	@scripts/steps rust node tools npm browser types build examples e2e

fuzz: ## make up input for each parser, FUZZ_SECONDS=60 each; ARGS="address" picks some
	@scripts/steps rust fuzz

bench: ## measure the release application
	@scripts/steps rust node tools build bench

clean: ## remove what was built here; the tools in the cache stay
	rm -rf target end2end/node_modules end2end/test-results end2end/playwright-report
