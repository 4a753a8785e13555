# Read by the other scripts (`. scripts/env.sh`): which tools, in which versions, and where they are.
# The cache belongs to this project alone, so a developer's own tools stay as they are.
# shellcheck shell=sh disable=SC2034

cargo_leptos_version=0.3.10
cargo_deny_version=0.20.2
cargo_fuzz_version=0.13.2
binaryen_version=132.0.0 # brings wasm-opt

# wasm-bindgen refuses to work on what another version of the library has written.
wasm_bindgen_version=$(
    awk -F '"' '/^name = / { name = $2 } /^version = / && name == "wasm-bindgen" { print $2; exit }' Cargo.lock
)

cache=${MAGIC_AUTH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/magic-auth-leptos}
case $cache in /*) ;; *) cache=$PWD/$cache ;; esac
cargo_tools=$cache/tools
binaryen=$cache/binaryen-$binaryen_version

tools_path=$cargo_tools/bin:$binaryen/node_modules/.bin
PATH=$tools_path:$PATH
export PATH

# fail "what is wrong: what to do"
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# need PROGRAM "what to do"
need() {
    command -v "$1" >/dev/null 2>&1 || fail "$1 is missing: $2"
}
