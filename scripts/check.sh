#!/usr/bin/env bash
# Whether a change is right, as far as that can be known without a journey through the whole page: two
# minutes after the first time. A check is never skipped: what is missing is installed.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

# an error's message says where and what a person would have missed; the stack says nothing more
export RUST_BACKTRACE=0

scripts/install/rust-components.sh
say 'Formatting'
cargo fmt --all --check

scripts/check-scripts.sh

say 'Licences and sources of the dependencies (the first time a tool is built for it: a minute or two)'
scripts/dependencies.sh

say 'Clippy'
cargo clippy "${NATIVE[@]}" --all-targets -- --deny warnings

say 'Unit and contract tests, and the rules of this repository'
cargo test "${NATIVE[@]}" --lib --bins --test repository --test memory --test failing_store --test world
cargo test "${NATIVE[@]}" --doc

scripts/install/wasm-target.sh
say 'Clippy for the page in the browser'
for_wasm cargo clippy --locked --target wasm32-unknown-unknown \
    --package app-password-portal --all-features --all-targets -- --deny warnings

scripts/components.sh
