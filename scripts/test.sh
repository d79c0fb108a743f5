#!/usr/bin/env bash
# Everything that must hold, cheapest first. A check is never skipped: what is missing is installed.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

# an error's message says where and what a person would have missed; the stack says nothing more
export RUST_BACKTRACE=0
# two browsers keep two cores busy
export RUST_TEST_THREADS=2

scripts/install/rust-components.sh
say 'Formatting'
cargo fmt --all --check

say 'Licences and sources of the dependencies (the first time a tool is built for it: a minute or two)'
scripts/dependencies.sh

say 'The rules of this repository (the test harness is compiled first: a minute)'
cargo test --locked --package end-to-end --test repository

# the page as well: what it decides without a browser is tested without one
say 'Clippy, and the unit tests (the packages are compiled once, for each: some minutes)'
native=(--locked --workspace --features app-password-portal/prototype)
cargo clippy "${native[@]}" --all-targets -- --deny warnings
cargo test "${native[@]}" --exclude end-to-end

scripts/install/wasm-target.sh
# whole, as `make serve` builds it, and split, as it is released
for features in prototype production,split; do
    say "Clippy for the page in the browser, features: $features (Leptos is compiled once: a minute or two)"
    for_wasm cargo clippy --locked --target wasm32-unknown-unknown \
        --package app-password-portal --features "$features" -- --deny warnings
done

scripts/dist.sh

scripts/install/browsers.sh
# WebKit has the guide and the clipboard here, and everything in scripts/test-browsers.sh
guide=(--test create -- guide:: clipboard:: refused:: --skip chromium --skip firefox)
say 'End to end on dist/prototype, in Chromium and Firefox (each test starts a browser of its own: a quarter of an hour)'
cargo test --locked --package end-to-end -- --skip webkit
say 'The guide and the clipboard in WebKit (a minute)'
cargo test --locked --package end-to-end "${guide[@]}"
say 'The same on dist/portal, with a real portal behind it (another quarter of an hour)'
export E2E_HOME=portal
cargo test --locked --package end-to-end --test create --test flow --test smoke --test ship -- --skip webkit
cargo test --locked --package end-to-end "${guide[@]}"
