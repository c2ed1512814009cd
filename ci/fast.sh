#!/usr/bin/env bash
# What takes no solver: compile with warnings as errors, format, arrows between modules, unit tests.
set -euo pipefail
cd "$(dirname "$0")/.."
ci/arrows.sh
./mvnw -q verify -Dsolver.tests.skip
