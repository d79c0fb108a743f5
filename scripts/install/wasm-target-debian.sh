#!/usr/bin/env bash
# Debian packages the compiler and the source of its library: the library for wasm32 is built from
# that, put where the compiler looks for it, and rustup is told of the compiler.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"

"$ROOT/scripts/install/debian.sh" \
    rustc-web cargo-web libstd-rust-web-dev rust-web-src rust-web-clippy lld-19

sysroot=$(/usr/bin/rustc --print sysroot)
library=$sysroot/lib/rustlib/wasm32-unknown-unknown/lib
version=$(/usr/bin/rustc --version)

if [ "$(cat "$library/built-by" 2>/dev/null)" != "$version" ]; then
    say "Building Rust's standard library for wasm32 from Debian's source (two minutes on 2 cores)"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir "$work/src"
    touch "$work/src/lib.rs"
    printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
    # embed-bitcode: without it the page's link-time optimisation fails later
    (
        cd "$work"
        env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
            CARGO_TARGET_DIR="$work/target" \
            /usr/bin/cargo build --release --target wasm32-unknown-unknown -Z build-std=std,panic_abort
    )
    echo "$version" >"$work/built-by"
    as_root mkdir -p "$library"
    as_root find "$library" -name 'lib*.rlib' -delete
    find "$work/target/wasm32-unknown-unknown/release/deps" -name 'lib*.rlib' ! -name 'libnothing-*' \
        -print0 | as_root xargs -0 cp -t "$library"
    as_root cp "$work/built-by" "$library/built-by"
fi

rustup toolchain link "$DEBIAN_TOOLCHAIN" "$sysroot"
