#!/usr/bin/env bash
# Keeps what a screen reader is handed of every screen (tests/trees), which `make test` compares with.
# `git diff` shows what changed: read it as a listener would.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
scripts/dist.sh prototype
scripts/install/browsers.sh
RUST_TEST_THREADS=1 E2E_ACCEPT_TREES=1 cargo test "${NATIVE[@]}" --test sweep states
