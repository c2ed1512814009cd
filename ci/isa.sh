#!/usr/bin/env bash
# Compares the instruction sets with QEMU's user-mode emulators: a million random cases for each architecture,
# or as many as the first argument says. Further arguments go to Maven, e.g. -Disa.seed=7, -Disa.family=SIMD.
# The comparison runs with 50,000 cases in every build; it says so when an emulator is not installed.
set -euo pipefail
cd "$(dirname "$0")/.."
cases=${1:-1000000}
shift || true
./mvnw -q test -pl proofs -am -Dtest='*AgreesWithQemu*' -Dsurefire.failIfNoSpecifiedTests=false \
    -Disa.cases="$cases" "$@"
