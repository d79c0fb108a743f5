#!/usr/bin/env bash
# All journeys in Chromium, Firefox and WebKit, and the component tests in Firefox. `make test` runs of
# WebKit only the guide and the clipboard, and in one engine what one engine is enough for.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

export RUST_BACKTRACE=0
export RUST_TEST_THREADS=2

scripts/dist.sh production prototype
scripts/install/browsers.sh
ENGINE=firefox scripts/components.sh
say 'All journeys, in the engines that each names'
cargo test "${NATIVE[@]}" --test journeys
# the journeys that name no engine ran in Chromium just now; those of looks.rs need what only Chromium
# can be told
for engine in firefox webkit; do
    say "The journeys of one engine, in $engine"
    E2E_ENGINE=$engine cargo test "${NATIVE[@]}" --test journeys -- flow:: \
        --skip ::chromium --skip ::firefox --skip ::webkit --skip looks::
done
