# shellcheck shell=sh
# How much of the code the tests have run: a table out of the report of the module coverage, and the floors.

COVERAGE=$ROOT/coverage/target/report

# Per cent of lines.
FLOOR=80
FLOOR_OF_RULES=90

forget_coverage() {
  rm -rf "$COVERAGE"
  find "$ROOT" -path '*/target/jacoco.exec' -type f -exec rm -f {} +
}

# show_coverage: fails where a floor is missed.
show_coverage() {
  [ -f "$COVERAGE/jacoco.csv" ] || {
    say 'Coverage: there is no report.'
    return 1
  }
  missed=0
  coverage_table || missed=1
  say "Report: $COVERAGE/index.html"
  return $missed
}

# One line for all, one for what the domain and the use cases hold, one for each context's. Columns are
# counted from the end, as the first one may hold commas.
coverage_table() {
  awk -F , -v floor="$FLOOR" -v floor_of_rules="$FLOOR_OF_RULES" '
    NR > 1 {
      package = $(NF - 11)
      count("everything", floor)
      if (package ~ /^io\.witan\.[a-z]+\.(domain|application)(\.|$)/) {
        split(package, name, ".")
        count("domain and application", floor_of_rules)
        count("  of " name[3], floor_of_rules)
      }
    }
    function count(what, least) {
      if (!(what in floors)) names[++rows] = what
      floors[what] = least
      branches[what] += $(NF - 7) + $(NF - 6)
      branches_run[what] += $(NF - 6)
      lines[what] += $(NF - 5) + $(NF - 4)
      lines_run[what] += $(NF - 4)
    }
    # Never rounded up.
    function share(part, all) { return sprintf("%.1f %%", all ? int(part * 1000 / all) / 10 : 100) }
    END {
      printf "%-24s %8s %10s %8s\n", "Coverage", "lines", "branches", "floor"
      for (row = 1; row <= rows; row++) {
        what = names[row]
        low = lines_run[what] * 100 < floors[what] * lines[what]
        missed += low
        printf "%-24s %8s %10s %8s%s\n", what, share(lines_run[what], lines[what]), \
          share(branches_run[what], branches[what]), floors[what] " %", low ? "  too low" : ""
      }
      exit missed > 0
    }' "$COVERAGE/jacoco.csv"
}
