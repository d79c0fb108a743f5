#!/usr/bin/env bash
# Builds the page as a visitor gets it, for any static host: dist.sh [portal] [prototype], both by
# default, into dist/portal and dist/prototype, each with its zip.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
[ $# -gt 0 ] || set -- portal prototype
stage=target/stage

scripts/install/wasm-target.sh
scripts/install/rust-source.sh
scripts/install/wasm-bindgen.sh
scripts/install/wasm-split.sh
scripts/install/node-tools.sh

# Named one by one: --all-features emits what no browser reads yet.
OPTIMIZE=(-Oz --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue
    --strip-debug --strip-producers)

# The smaller standard library: optimised for size, and a panic ends the program at once, without
# words. RUSTC_BOOTSTRAP, because the stable compiler guards both by that name. The relocations and
# names are what wasm-split cuts along; they are gone afterwards.
compile() {
    RUSTC_BOOTSTRAP=1 CARGO_PROFILE_RELEASE_STRIP=none \
        RUSTFLAGS='-Zunstable-options -Cpanic=immediate-abort --cfg erase_components -Clink-args=--emit-relocs' \
        for_wasm cargo rustc --lib --crate-type cdylib --release --locked --target wasm32-unknown-unknown --target-dir target/dist \
        --package app-password-portal --features "$1,split" \
        -Z build-std=std,panic_abort -Z build-std-features=optimize_for_size
}

for home in "$@"; do
    case $home in
    portal) feature=production ;;
    prototype) feature=prototype ;;
    *) fail "there is no home called $home: portal or prototype" ;;
    esac

    say "Compiling the page, home: $home (the standard library and 200 packages for size, then all as one: minutes)"
    compile "$feature"

    say "Splitting, binding and shrinking it"
    rm -rf "${stage:?}/$home"
    mkdir -p "$stage/$home"
    wasm-split-cli target/dist/wasm32-unknown-unknown/release/app_password_portal.wasm \
        "$stage/$home/split" --out-name app
    # the main file imports from the link file what the others need, and the other way round
    wasm-bindgen --target web --no-typescript --keep-lld-exports --out-dir "$stage/$home" --out-name app \
        "$stage/$home/split/app.wasm"
    cp "$stage/$home/split/__wasm_split.js" "$stage/$home/"
    wasm-opt "${OPTIMIZE[@]}" "$stage/$home/app_bg.wasm" -o "$stage/$home/app.wasm"
    # for `make bench-bytes`
    cp "$stage/$home/app_bg.wasm" "$stage/$home/app.named.wasm"
    behind=("$stage/$home"/split/split_second_chunk*.wasm)
    [ ${#behind[@]} -eq 1 ] || fail "wasm-split made ${#behind[@]} files where one was expected"
    wasm-opt "${OPTIMIZE[@]}" "${behind[0]}" -o "$stage/$home/behind.wasm"

    cp "${behind[0]}" "$stage/$home/behind.named.wasm"

    say "Writing dist/$home: a page for each route, the files of the hosts, compressed copies"
    node scripts/dist/main.mjs "$home" "$stage/$home" "dist/$home"
done
