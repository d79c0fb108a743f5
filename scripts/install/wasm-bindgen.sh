#!/usr/bin/env bash
# wasm-bindgen makes the code between the page's wasm and the browser.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
[ -n "$WASM_BINDGEN_VERSION" ] || fail 'Cargo.lock names no wasm-bindgen'
# not --locked: a dependency in its own Cargo.lock was taken back from the registry
"$ROOT/scripts/install/cargo-tool.sh" "wasm-bindgen-$WASM_BINDGEN_VERSION" wasm-bindgen \
    'it makes the code between wasm and browser, in exactly the version of Cargo.lock; compiled once, about 2 minutes on 2 cores' \
    wasm-bindgen-cli --version "$WASM_BINDGEN_VERSION" --no-default-features --bin wasm-bindgen
