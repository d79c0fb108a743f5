#!/usr/bin/env bash
# The component tests: screens mounted in one page of a browser, with a scripted portal and virtual time.
# components.sh [FILTER], in Chromium; ENGINE=firefox in the other.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
[ -d tests/components ] || exit 0

scripts/install/wasm-target.sh
scripts/install/component-tests.sh
scripts/install/browsers.sh
case ${ENGINE:-chromium} in
chromium) export CHROMEDRIVER=/usr/bin/chromedriver ;;
firefox) GECKODRIVER=$(command -v geckodriver) && export GECKODRIVER ;;
*) fail "ENGINE=$ENGINE: chromium or firefox" ;;
esac

say "Component tests in ${ENGINE:-chromium}"
# a target folder of its own: another cargo need not wait for it
export CARGO_TARGET_DIR=target/components
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/scripts/components.json
for_wasm cargo test --locked --target wasm32-unknown-unknown --package app-password-portal \
    --features prototype --test components -- "$@"
