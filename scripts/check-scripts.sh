#!/usr/bin/env bash
# Checks the scripts of the page (types, by TypeScript's compiler) and of this repository (shellcheck).
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
scripts/install/node-tools.sh
scripts/install/shellcheck.sh

say "The page's scripts: types"
tsc --project scripts/tsconfig.json
tsc --project scripts/tsconfig.worker.json

say 'Shell scripts'
find scripts .ci -type f \( -name '*.sh' -o -path '.ci/run' \) -print0 | xargs -0 shellcheck
