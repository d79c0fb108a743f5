#!/usr/bin/env bash
# rustfilt turns the compiler's names into readable ones.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
"$ROOT/scripts/install/cargo-tool.sh" "rustfilt-$RUSTFILT_VERSION" rustfilt \
    'it makes the names of functions readable; compiled once, half a minute on 2 cores' \
    rustfilt --version "$RUSTFILT_VERSION" --locked
