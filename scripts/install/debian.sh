#!/usr/bin/env bash
# Installs Debian packages that are missing: debian.sh PACKAGE...
set -euo pipefail
. "$(dirname "$0")/../environment.sh"

missing=()
for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

command -v apt-get >/dev/null ||
    fail "these are missing, and this is no Debian to install them on: ${missing[*]}"

# the lists of a fresh machine are empty, and those of an old one name files that are gone
if [ -z "$(find /var/lib/apt/lists -name '*_Packages*' -mtime -1 2>/dev/null | head -n 1)" ]; then
    say "Fetching the lists of Debian's packages"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
fi
say "Installing Debian's ${missing[*]} (half a minute for a browser: 400 MB)"
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
