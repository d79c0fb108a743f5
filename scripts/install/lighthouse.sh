#!/usr/bin/env bash
# Lighthouse, which `make lighthouse` audits the page with: in the version and with the checksums of
# scripts/node-lighthouse/package-lock.json. No other command needs it, and it is large.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
[ -d "$LIGHTHOUSE/node_modules" ] && exit 0

command -v npm >/dev/null || fail 'npm is missing. Install Node 20 or newer, for example:' \
    'apt-get install --no-install-recommends nodejs npm'
say 'Installing Lighthouse with npm (half a minute)'
rm -rf "$LIGHTHOUSE.part"
mkdir -p "$LIGHTHOUSE.part"
cp "$ROOT/scripts/node-lighthouse/package.json" "$ROOT/scripts/node-lighthouse/package-lock.json" "$LIGHTHOUSE.part"
npm ci --prefix "$LIGHTHOUSE.part" --ignore-scripts --no-audit --no-fund
mv "$LIGHTHOUSE.part" "$LIGHTHOUSE" # whole or not at all
