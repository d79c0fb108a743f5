#!/usr/bin/env bash
# What Lighthouse says of the production page, on a phone: sign-in, and the list of app passwords.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
scripts/dist.sh production
scripts/install/browsers.sh
scripts/install/lighthouse.sh
say 'Auditing (each score is the median of 3 runs: two minutes; the machine should do nothing else)'
cargo run --quiet --locked --package figures --bin lighthouse
