#!/usr/bin/env bash
# Serves the prototype, builds it anew on every change, and reloads the page then.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
PORT=${PORT:-8080}

# something that answers there would keep the page from being served, after the wait for the build
if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
    fail "port $PORT of 127.0.0.1 is taken by another program." \
        "Serve on another one: make serve PORT=$((PORT + 1))"
fi

scripts/install/wasm-target.sh
scripts/install/trunk.sh
scripts/install/wasm-bindgen.sh

say "Building the prototype (the first time some 250 packages are compiled, which takes minutes),
    then serving it on http://127.0.0.1:$PORT/ until Ctrl+C"
for_wasm trunk serve --features prototype --dist target/serve --port "$PORT"
