#!/bin/sh
# Changes the rules of the workflow in small ways, one at a time (PIT), and fails where no test notices
# and docs/mutants.md does not say why. Needs an installed build; takes minutes. Words are Maven's.
set -eu
cd "$(dirname "$0")/.."

mvn -q -Pmutation -pl ejb-domain -Djacoco.skip=true "$@" test-compile org.pitest:pitest-maven:mutationCoverage

report=ejb-domain/target/pit-reports
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Class.method and mutator of every one that lives, one line each.
awk -F , '$6 == "SURVIVED" || $6 == "NO_COVERAGE" {
  sub(/.*\./, "", $2); sub(/.*\./, "", $3); print $2 "." $4, $3
}' "$report/mutations.csv" | sort >"$scratch/alive"

# The rows of the table: | `Class.method` | `Mutator` | why |
sed -n 's/^| `\([^`]*\)` | `\([^`]*\)` |.*/\1 \2/p' docs/mutants.md | sort >"$scratch/explained"

echo "$(grep -c . "$report/mutations.csv") mutants, $(grep -c . "$scratch/alive" || :) of them alive"
if ! diff "$scratch/explained" "$scratch/alive" >"$scratch/difference"; then
  sed -n -e 's/^> /alive and not explained: /p' -e 's/^< /explained and not alive: /p' "$scratch/difference"
  echo "See $report/index.html: a test lacks a sentence, or docs/mutants.md a row"
  exit 1
fi
