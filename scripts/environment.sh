# shellcheck shell=bash
# What every other script stands on; to be sourced: `. scripts/environment.sh`.
# Where the tools are, in which versions, and a few words to talk with. Changes nothing on disk.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Tools live outside the checkout, each in a folder named after its version: several checkouts
# share them, and a newer version lives beside the old one.
TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/app-password-portal"

TRUNK_VERSION=0.21.14
GECKODRIVER_VERSION=0.37.1
WASM_SPLIT_VERSION=0.2.4
RUSTFILT_VERSION=0.2.2
CARGO_DENY_VERSION=0.20.2
# the page's glue code is made by this tool for exactly this version of the library
WASM_BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' "$ROOT/Cargo.lock")
NODE_TOOLS="$TOOLS/node-$(cksum <"$ROOT/scripts/node/package-lock.json" | cut -d ' ' -f 1)"
LIGHTHOUSE="$TOOLS/lighthouse-$(cksum <"$ROOT/scripts/node-lighthouse/package-lock.json" | cut -d ' ' -f 1)"

PATH="$TOOLS/trunk-$TRUNK_VERSION/bin:$TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION/bin:$TOOLS/rustfilt-$RUSTFILT_VERSION/bin:$TOOLS/cargo-deny-$CARGO_DENY_VERSION/bin:$TOOLS/wasm-split-$WASM_SPLIT_VERSION/bin:$TOOLS/geckodriver-$GECKODRIVER_VERSION/bin:$NODE_TOOLS/node_modules/.bin:$PATH"

# What cargo is told of the packages that are no page: all that runs on this machine.
# shellcheck disable=SC2034 # the scripts that source this use it
NATIVE=(--locked --workspace --exclude app-password-portal)

# for the tests: what checks the page for accessibility
AXE_CORE="$NODE_TOOLS/node_modules/axe-core/axe.min.js"
export PATH AXE_CORE NODE_TOOLS LIGHTHOUSE

# The name under which rustup knows Debian's compiler, where it has to stand in.
DEBIAN_TOOLCHAIN=app-password-portal-debian

# `rustup` or `debian`: who compiles for the browser. Asked for, else what was installed before.
wasm_toolchain() {
    if [ -n "${WASM_TOOLCHAIN:-}" ]; then
        echo "$WASM_TOOLCHAIN"
    else
        cat "$TOOLS/wasm-toolchain" 2>/dev/null || echo rustup
    fi
}

# Runs a command that compiles for the browser.
for_wasm() {
    if [ "$(wasm_toolchain)" = debian ]; then
        RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19 "$@"
    else
        "$@"
    fi
}

say() { printf '\n==> %s\n' "$*"; }

fail() {
    printf '\nerror: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '       %s\n' "$@" >&2
    exit 1
}

# Runs a command as root, or prints it and fails.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        fail 'this step needs root. Run it yourself, then start again:' "sudo $*"
    fi
}
