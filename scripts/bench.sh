#!/usr/bin/env bash
# The figures of this build: bytes, and times on a slow phone as Chromium emulates one.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
scripts/dist.sh production prototype
scripts/install/browsers.sh
say 'Measuring (each figure is the median of 5 runs: two minutes)'
cargo run --quiet --locked --package figures --bin bench
