#!/usr/bin/env bash
# Installs shellcheck, which finds mistakes in shell scripts.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
command -v shellcheck >/dev/null || "$ROOT/scripts/install/debian.sh" shellcheck
