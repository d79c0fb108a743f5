#!/usr/bin/env bash
# Checks what the dependencies are (deny.toml): licences, bans and sources, which need no network.
# `scripts/dependencies.sh advisories` checks them against the RustSec database, fetched from github.com.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
scripts/install/cargo-deny.sh
if [ $# -eq 0 ]; then
    set -- licenses bans sources
fi
cargo deny --locked check "$@"
