#!/usr/bin/env bash
# The end-to-end tests whole, in Chromium, Firefox and WebKit. `make test` runs of WebKit only the
# guide and the clipboard, and in one engine what one engine is enough for.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

export RUST_BACKTRACE=0
export RUST_TEST_THREADS=2

scripts/dist.sh
scripts/install/browsers.sh
for home in prototype portal; do
    export E2E_HOME=$home
    if [ "$home" = prototype ]; then
        suites=()
    else
        suites=(--test create --test flow --test smoke --test ship)
    fi
    say "End to end on dist/$home, in Chromium, Firefox and WebKit (each test starts a browser of its own: half an hour)"
    cargo test --locked --package end-to-end "${suites[@]}"
    # the tests that name no engine ran in Chromium just now; those of looks.rs need what only
    # Chromium can be told
    for engine in firefox webkit; do
        say "The tests of one engine on dist/$home, in $engine (ten minutes)"
        E2E_ENGINE=$engine cargo test --locked --package end-to-end --test flow -- \
            --skip ::chromium --skip ::firefox --skip ::webkit --skip looks::
    done
done
