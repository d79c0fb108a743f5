#!/usr/bin/env bash
# Everything that must hold. The release builds begin first, beside the checks: they end with minutes of
# work for one core. `test.sh NAME` runs only the journeys and sweeps whose name contains that.
set -euo pipefail
. "$(dirname "$0")/environment.sh"
cd "$ROOT"
# each job leads a group of processes, so that all of it can be ended
set -m

export RUST_BACKTRACE=0
# two browsers keep two cores busy
export RUST_TEST_THREADS=2

declare -A jobs
end_jobs() {
    for job in "${!jobs[@]}"; do
        kill -TERM -- "-$job" 2>/dev/null || true
    done
}
trap end_jobs EXIT

# Runs a command beside others: job WHAT-IT-IS COMMAND...
job() {
    local what=$1
    shift
    "$@" </dev/null &
    jobs[$!]=$what
}

# Waits for all of them, and fails with the first that fails.
wait_for_jobs() {
    local ended what
    while [ ${#jobs[@]} -gt 0 ]; do
        if wait -n -p ended; then
            unset "jobs[$ended]"
        else
            what=${jobs[$ended]}
            unset "jobs[$ended]"
            fail "$what failed: see above"
        fi
    done
}

# Tells all at its end, so that it is not mixed with what is beside it.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        tail -n 3 "$log"
    else
        cat "$log"
        return 1
    fi
}

in_browsers() {
    cargo test "${NATIVE[@]}" --test journeys --test sweep -- "$@"
}

scripts/install/browsers.sh
rm -f target/e2e/times
if [ $# -gt 0 ]; then
    scripts/dist.sh production prototype
    in_browsers "$@"
    exit 0
fi

job 'The release build' quietly scripts/dist.sh production prototype
job 'make check' scripts/check.sh
wait_for_jobs

say 'Journeys and the sweep, in Chromium and Firefox'
in_browsers --skip webkit
# WebKit has these here, and everything in `make test-browsers`
say 'The guide and the clipboard in WebKit'
in_browsers guide:: clipboard:: refused:: --skip chromium --skip firefox

say 'The ten slowest, in seconds'
sort -rn target/e2e/times | head -n 10
