#!/usr/bin/env bash
# wasm-opt, which makes the page's wasm small, axe-core, which checks the page in the tests, and what
# compares pictures of it, with the fonts they are drawn in:
# in the versions and with the checksums of scripts/node/package-lock.json.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
[ -d "$NODE_TOOLS/node_modules" ] && exit 0

command -v npm >/dev/null || fail 'npm is missing. Install Node 20 or newer, for example:' \
    'apt-get install --no-install-recommends nodejs npm'
say 'Installing wasm-opt, axe-core and the fonts of the pictures with npm (some seconds)'
rm -rf "$NODE_TOOLS.part"
mkdir -p "$NODE_TOOLS.part"
cp "$ROOT/scripts/node/package.json" "$ROOT/scripts/node/package-lock.json" "$NODE_TOOLS.part"
npm ci --prefix "$NODE_TOOLS.part" --ignore-scripts --no-audit --no-fund
mv "$NODE_TOOLS.part" "$NODE_TOOLS" # whole or not at all
