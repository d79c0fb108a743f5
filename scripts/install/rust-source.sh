#!/usr/bin/env bash
# The source of Rust's standard library: a release builds it anew, for size.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
[ "$(wasm_toolchain)" = rustup ] || exit 0 # Debian's came with its compiler
[ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] && exit 0
say "Installing the source of Rust's standard library with rustup (3 MB): a release builds it for size"
timeout 180 rustup component add rust-src ||
    fail "the source of Rust's standard library is missing, and rustup could not add it. Where it can be downloaded:" \
        'rustup component add rust-src' \
        "Or build with Debian's compiler, which brings it: WASM_TOOLCHAIN=debian make dist"
