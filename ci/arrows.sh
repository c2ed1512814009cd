#!/usr/bin/env bash
# Prints the arrows between modules, as module-info.java declares them; fails on one that ci/arrows.txt lacks.
# "a -> b": a requires b, or b exports packages to a.  "a -> model.p": package p of model is exported to a.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

arrows() {
    for info in */src/main/java/module-info.java; do
        sed 's|//.*||' "$info" | tr '\n' ' ' | tr ';{' '\n\n' | awk -v from="${info%%/*}" '
            function short(name) { sub(/^ashlar\./, "", name); sub(/,$/, "", name); return name }
            function part(name)  { if (name !~ /^model\./) sub(/\..*/, "", name); return name }
            $1 == "requires" && $NF ~ /^ashlar\./ { print from " -> " short($NF) }
            $1 == "exports" { for (i = 4; i <= NF; i++) print short($i) " -> " part(short($2)) }'
    done | sort -u
}

arrows
new=$(comm -23 <(arrows) <(sort ci/arrows.txt))
[[ -z $new ]] || { echo "arrows that are not allowed (ci/arrows.txt):" >&2; echo "$new" >&2; exit 1; }
