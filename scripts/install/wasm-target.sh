#!/usr/bin/env bash
# A compiler and a standard library for wasm32-unknown-unknown: rustup's, or Debian's where rustup
# cannot download. WASM_TOOLCHAIN=rustup or =debian decides by hand.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"

# the proof of the pudding: a library that needs std
compiles() {
    local folder
    folder=$(mktemp -d)
    echo 'pub fn proof() -> String { String::new() }' |
        for_wasm rustc --crate-type lib --emit metadata --target wasm32-unknown-unknown \
            --out-dir "$folder" - 2>/dev/null
    local outcome=$?
    rm -rf "$folder"
    return $outcome
}

if compiles; then
    exit 0
fi
mkdir -p "$TOOLS"

if [ "$(wasm_toolchain)" = rustup ]; then
    say 'Installing the Rust standard library for wasm32 with rustup (20 MB; given up after 3 minutes)'
    if timeout 180 rustup target add wasm32-unknown-unknown; then
        echo rustup >"$TOOLS/wasm-toolchain"
        compiles && exit 0
    fi
    [ "${WASM_TOOLCHAIN:-}" != rustup ] || fail 'rustup could not add wasm32-unknown-unknown'
    say "rustup could not add it: Debian's Rust stands in"
fi

"$ROOT/scripts/install/wasm-target-debian.sh"
WASM_TOOLCHAIN=debian compiles ||
    fail "Debian's Rust does not compile for wasm32, though its library was built"
[ -n "${WASM_TOOLCHAIN:-}" ] || echo debian >"$TOOLS/wasm-toolchain"
