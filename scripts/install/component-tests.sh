#!/usr/bin/env bash
# What runs the component tests: a page in the browser that runs them all.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
[ -n "$WASM_BINDGEN_VERSION" ] || fail 'Cargo.lock names no wasm-bindgen'
# not --locked: a dependency in its own Cargo.lock was taken back from the registry
"$ROOT/scripts/install/cargo-tool.sh" "wasm-bindgen-test-runner-$WASM_BINDGEN_VERSION" wasm-bindgen-test-runner \
    'it runs the component tests in a browser, in exactly the version of Cargo.lock; compiled once, about 3 minutes on 2 cores' \
    wasm-bindgen-cli --version "$WASM_BINDGEN_VERSION" --bin wasm-bindgen-test-runner
