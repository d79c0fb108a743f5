#!/usr/bin/env bash
# Builds a tool from its source package into a folder of its own, unless it is there:
# cargo-tool.sh FOLDER COMMAND "WHY IT TAKES LONG" CARGO-INSTALL-ARGUMENTS...
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
folder=$TOOLS/$1 command=$2 why=$3
shift 3

[ -x "$folder/bin/$command" ] && exit 0

say "Building ${folder##*/}: $why"
mkdir -p "$TOOLS"
rm -rf "$folder.part"
# Without optimisation and debug information: the tool is used for seconds, the build is waited for.
# In a target folder of its own, so that the project's settings and files play no part.
(
    cd "$TOOLS"
    env -u RUSTFLAGS -u RUSTUP_TOOLCHAIN \
        CARGO_TARGET_DIR="$folder.part/target" CARGO_PROFILE_DEV_DEBUG=0 \
        cargo install --debug --root "$folder.part" "$@"
)
rm -rf "$folder.part/target"
rm -rf "$folder"
mv "$folder.part" "$folder" # whole or not at all
