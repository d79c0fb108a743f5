#!/usr/bin/env bash
# Trunk builds and serves the page.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
# its default features are TLS, for downloads it is told not to make
"$ROOT/scripts/install/cargo-tool.sh" "trunk-$TRUNK_VERSION" trunk \
    'it builds and serves the page; some 350 packages are compiled once, about 3 minutes on 2 cores' \
    trunk --version "$TRUNK_VERSION" --locked --no-default-features
