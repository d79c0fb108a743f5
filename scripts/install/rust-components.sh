#!/usr/bin/env bash
# rustfmt and clippy, which rustup's minimal profile leaves out.
set -euo pipefail
. "$(dirname "$0")/../environment.sh"
for component in rustfmt clippy; do
    command=cargo-${component/rustfmt/fmt}
    "$command" --help >/dev/null 2>&1 && continue
    say "Installing $component with rustup"
    timeout 300 rustup component add "$component" ||
        fail "$component is missing, and rustup could not add it. Where it can be downloaded:" \
            "rustup component add $component"
done
