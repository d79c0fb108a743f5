#!/usr/bin/env bash
# Pictures of every screen, into target/shots; `shots.sh accept` keeps those of the main ones, which
# `make test` compares with. Beginnings of names choose: shots.sh create list-
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
scripts/dist.sh prototype
scripts/install/browsers.sh
# an error says what was not to be seen; the stack says nothing more
export RUST_BACKTRACE=0
say 'Taking pictures (two minutes for all)'
cargo run --quiet --locked --package sweep --bin shots -- "$@"
