#!/usr/bin/env bash
# wasm-split puts what is behind sign-in into a file of its own.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
"$ROOT/scripts/install/cargo-tool.sh" "wasm-split-$WASM_SPLIT_VERSION" wasm-split-cli \
    'it puts what is behind sign-in into a file of its own; compiled once, about a minute on 2 cores' \
    wasm_split_cli_support --version "$WASM_SPLIT_VERSION" --locked --features build-binary
