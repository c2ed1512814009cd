#!/usr/bin/env bash
# Everything: arrows between modules, all tests, the whole refinement suite. Arguments go to `ashlar check`.
set -euo pipefail
cd "$(dirname "$0")/.."
ci/arrows.sh
./mvnw -q verify
./ashlar check "$@"
