#!/usr/bin/env bash
# cargo-deny checks what the dependencies are: licences, sources, bans, known vulnerabilities.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
"$ROOT/scripts/install/cargo-tool.sh" "cargo-deny-$CARGO_DENY_VERSION" cargo-deny \
    'it checks the dependencies; some 200 packages are compiled once, about 1 minute on 2 cores' \
    cargo-deny --version "$CARGO_DENY_VERSION" --locked
