#!/usr/bin/env bash
# Builds the page as a visitor gets it, for any static host: dist.sh TARGET..., where a target is
# `production` (into dist/portal) or `prototype` (into dist/prototype). Each folder has a zip beside it.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
[ $# -gt 0 ] || fail 'name the build target: production or prototype, or both'
for target in "$@"; do
    [[ $target = production || $target = prototype ]] ||
        fail "there is no build target called $target: production or prototype"
done
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
        --package app-password-portal --features "$1" \
        -Z build-std=std,panic_abort -Z build-std-features=optimize_for_size
}

for target in "$@"; do
    case $target in
    production) features=split folder=portal ;;
    prototype) features=prototype,split folder=prototype ;;
    esac

    say "Compiling the page for $target (the standard library and 200 packages for size, then all as one: minutes)"
    compile "$features"

    say "Splitting, binding and shrinking it"
    rm -rf "${stage:?}/$target"
    mkdir -p "$stage/$target"
    wasm-split-cli target/dist/wasm32-unknown-unknown/release/app_password_portal.wasm \
        "$stage/$target/split" --out-name app
    # the main file imports from the link file what the others need, and the other way round
    wasm-bindgen --target web --no-typescript --keep-lld-exports --out-dir "$stage/$target" --out-name app \
        "$stage/$target/split/app.wasm"
    cp "$stage/$target/split/__wasm_split.js" "$stage/$target/"
    wasm-opt "${OPTIMIZE[@]}" "$stage/$target/app_bg.wasm" -o "$stage/$target/app.wasm"
    # for `make bench-bytes`
    cp "$stage/$target/app_bg.wasm" "$stage/$target/app.named.wasm"
    behind=("$stage/$target"/split/split_second_chunk*.wasm)
    [ ${#behind[@]} -eq 1 ] || fail "wasm-split made ${#behind[@]} files where one was expected"
    wasm-opt "${OPTIMIZE[@]}" "${behind[0]}" -o "$stage/$target/behind.wasm"

    cp "${behind[0]}" "$stage/$target/behind.named.wasm"

    say "Writing dist/$folder: a page for each route, the files of the hosts, compressed copies"
    node scripts/dist/main.mjs "$target" "$stage/$target" "dist/$folder"
done
