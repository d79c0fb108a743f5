#!/usr/bin/env bash
# The page's unit tests, and the component tests: screens in one browser page, over a scripted transport. In Chromium, or in
# another engine: ENGINE=firefox components.sh [PART OF A TEST'S NAME]
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"

engine=${ENGINE:-chromium}
scripts/install/wasm-target.sh
scripts/install/wasm-bindgen.sh
# the runner takes the first driver that it is told of
unset CHROMEDRIVER GECKODRIVER
case $engine in
chromium)
    scripts/install/debian.sh chromium-headless-shell chromium-driver
    CHROMEDRIVER=$(command -v chromedriver)
    export CHROMEDRIVER
    ;;
firefox)
    scripts/install/browsers.sh
    GECKODRIVER=$(command -v geckodriver)
    export GECKODRIVER
    ;;
*) fail "ENGINE=$engine: chromium or firefox" ;;
esac

# a failed test's message says enough
export RUST_BACKTRACE=0
export WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/components/webdriver.json
# seconds for all of them together, on a busy machine
export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-120}
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner

say "The page's unit tests, and component tests in $engine (the first time Leptos is compiled for them: some minutes)"
for_wasm cargo test --locked --target wasm32-unknown-unknown \
    --package app-password-portal --lib --test components -- "$@"
