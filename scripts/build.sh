#!/usr/bin/env bash
# Builds the page as a visitor gets it: build.sh prototype|production FOLDER
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
home=$1 folder=$2

scripts/install/wasm-target.sh
scripts/install/trunk.sh
scripts/install/wasm-bindgen.sh
scripts/install/node-tools.sh

say "Building the $home page into $folder (optimised for size as a whole: a minute or two)"
mkdir -p "$folder"
for_wasm trunk build --release --locked --features "$home" --dist "$folder"
