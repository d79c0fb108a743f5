#!/usr/bin/env bash
# Draws public/icons/*.png from public/icon.svg with Chromium. They are kept in the repository, because
# a build has no browser: run this after the icon has changed, and look at them.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
picture=$(cat public/icon.svg)

# draw NAME PIXELS SVG
draw() {
    printf '<!DOCTYPE html><style>html,body{margin:0;background:none}svg{display:block;width:100vw;height:100vh}</style>%s' "$3" >"$scratch/page.html"
    chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
        --user-data-dir="$scratch/profile" --default-background-color=00000000 \
        --window-size="$2,$2" --screenshot="$scratch/$1.png" "file://$scratch/page.html" 2>/dev/null
    mv "$scratch/$1.png" "public/icons/$1.png"
}

mkdir -p public/icons
draw icon-192 192 "$picture"
draw icon-512 512 "$picture"
# Devices cut these to a shape of their own: ground up to the edge, and what matters in the middle.
whole=${picture/ rx=\"8\"/}
draw apple-touch-icon 180 "$whole"
draw icon-maskable-512 512 "${whole/<g /<g transform=\"translate(16 16) scale(.78) translate(-16.25 -15.75)\" }"
