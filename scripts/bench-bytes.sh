#!/usr/bin/env bash
# Which crate and which screen costs how many bytes of the page's wasm, before compression.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
scripts/dist.sh production
scripts/install/rustfilt.sh
for file in app behind; do
    say "${file/behind/behind sign-in}: bytes by crate, by module of the page, and the largest functions"
    node scripts/dist/bytes.mjs "target/stage/production/$file.named.wasm"
done
