#!/usr/bin/env bash
# The browsers of the end-to-end tests, and what drives them.
# WebKitGTK stands for Safari. It brings a small browser of its own, which shows in no window that
# nobody sees: Xvfb is a display in memory, of which each test starts its own.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
# The headless shell of Chromium starts in half the time, and most tests need no more of it.
"$ROOT/scripts/install/debian.sh" chromium chromium-headless-shell chromium-driver firefox-esr \
    webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb
"$ROOT/scripts/install/cargo-tool.sh" "geckodriver-$GECKODRIVER_VERSION" geckodriver \
    'it drives Firefox in the tests; compiled once, about a minute and a half on 2 cores' \
    geckodriver --version "$GECKODRIVER_VERSION" --locked
