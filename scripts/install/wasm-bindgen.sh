#!/usr/bin/env bash
# wasm-bindgen makes the code between the page's wasm and the browser; its test runner runs the component
# tests in one.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
[ -n "$WASM_BINDGEN_VERSION" ] || fail 'Cargo.lock names no wasm-bindgen'
# a little optimised, because the test runner binds the whole page before each run
export CARGO_PROFILE_DEV_OPT_LEVEL=1
# not --locked: a dependency in its own Cargo.lock was taken back from the registry
"$ROOT/scripts/install/cargo-tool.sh" "wasm-bindgen-$WASM_BINDGEN_VERSION" wasm-bindgen-test-runner \
    'it makes the code between wasm and browser, in exactly the version of Cargo.lock; compiled once, about 4 minutes on 2 cores' \
    wasm-bindgen-cli --version "$WASM_BINDGEN_VERSION" --no-default-features --bin wasm-bindgen --bin wasm-bindgen-test-runner
