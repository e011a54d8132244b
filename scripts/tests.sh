# shellcheck shell=sh
# The tests, and one line that sums them up.

cmd_test() {
  [ $# -le 1 ] || misused 'test takes one of --fast, --integration, --e2e, or nothing for all'
  need_tools
  make_home
  lock_build
  [ "${1:-}" = --fast ] || need_ray_stack
  forget_reports
  forget_coverage
  # The commands that tests start use what this run has built.
  WITAN_NO_BUILD=1
  export WITAN_NO_BUILD
  sum=$(source_sum)
  code=0
  case ${1:-} in
    --fast)
      run_tests package -DskipITs || code=$?
      test_python 'not real' || code=$?
      ;;
    --integration)
      run_tests verify -pl "$(deployables '!'),!coverage" || code=$?
      test_python '' || code=$?
      ;;
    --e2e) run_e2e || code=$? ;;
    '')
      run_tests verify || code=$?
      test_python '' || code=$?
      ;;
    *) misused "test: unknown option $1; there are --fast, --integration and --e2e" ;;
  esac
  [ "$code" -ne 0 ] || printf '%s\n' "$sum" >"$STAMP"
  conclude "$code" "${1:-all}"
}

# Failed tests do not end the build, so that every module is tested; they are counted at the end.
run_tests() {
  say "Testing Witan ..."
  maven "$LOG/test.log" -Dmaven.test.failure.ignore=true "$@"
}

# test_python MARK: style, types and tests of the Python that runs on Ray; of the tests those with the mark, or all.
# One that fails does not keep the others from running.
test_python() {
  need_ray_checks || return
  say 'Testing the turns on Ray ...'
  failed=0
  for check in 'ruff check' 'ruff format --check' mypy; do
    # shellcheck disable=SC2086 # a command and its words
    python_check $check || failed=1
  done
  report=$ROOT/gpu-executor/target/pytest-reports/TEST-pytest.xml
  mkdir -p "$(dirname "$report")"
  python_check pytest -m "$1" --junitxml "$report" || failed=1
  # One case a line, as the other reports have them.
  [ ! -f "$report" ] || sed -i 's/<\(testcase\|failure\|error\|skipped\)[ />]/\n&/g' "$report"
  return $failed
}

# python_check WORD...: a module of Python with its words; what it says goes to the log, and here when it fails.
python_check() {
  (cd "$RAY_SOURCES" && "$TOOLS/ray-checks/bin/python" -m "$@" 8>&- 9>&- </dev/null) >"$LOG/test-python.log" 2>&1 && {
    cat "$LOG/test-python.log" >>"$LOG/test.log"
    return
  }
  cat "$LOG/test-python.log" >>"$LOG/test.log"
  say "  $* failed:"
  tail -n 40 "$LOG/test-python.log" >&"$SAY_TO"
  return 1
}

# The deployables are tested alone: their parts are installed first, not tested.
run_e2e() {
  say "Building Witan ..."
  maven "$LOG/test.log" -DskipTests install || return
  run_tests verify -pl "$(deployables '')"
}

# deployables PREFIX: the modules under ear/ as Maven's -pl takes them.
deployables() {
  list=''
  for pom in "$ROOT"/ear/*/pom.xml; do
    folder=$(dirname "$pom")
    list="$list${list:+,}${1}ear/$(basename "$folder")"
  done
  echo "$list"
}

reports() {
  find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -type f "$@"
}

forget_reports() {
  reports -exec rm -f {} +
}

# Counts the cases of every report: passed, failed, skipped. The head line of a report leaves nested
# test classes out.
totals() {
  reports -exec awk '
    /^ *<testcase /   { tests++ }
    /^ *<(failure|error)[ >]/ { failed++ }
    /^ *<skipped[ \/>]/ { skipped++ }
    END { print tests + 0, failed + 0, skipped + 0 }' {} + \
    | awk '{ t += $1; f += $2; s += $3 } END { print t - f - s, f + 0, s + 0 }'
}

# conclude STATUS WHICH: what failed, how much was covered if all tests were asked for, then the counts as
# the last line.
conclude() {
  read -r passed failed skipped <<COUNTS
$(totals)
COUNTS
  if [ "$1" -ne 0 ] || [ "$failed" -gt 0 ] || fork_crashed; then
    show_errors >&2
    say "Not all is well; everything is in $LOG/test.log"
    code=1
  elif [ "$passed" -eq 0 ]; then
    say 'No test ran.'
    code=1
  else
    code=0
  fi
  [ "$2" != all ] || show_coverage || code=1
  line="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
  say "$line"
  exit $code
}

# Maven's errors and the compiler's warnings, each once, without stack frames and advice.
show_errors() {
  grep -E '^\[ERROR\]|^\[WARNING\] .*\.java:\[' "$LOG/test.log" \
    | grep -v -E '^\[ERROR\] *$|^\[ERROR\][[:space:]]+at |\[Help 1\]|re-run Maven|Re-run Maven|^\[ERROR\] Command was' \
    | awk '!seen[$0]++' | head -n 60 || true
}

# A test JVM that dies takes its results with it and counts as no failure.
fork_crashed() {
  grep -q -e 'The forked VM terminated' -e 'There was an error in the forked process' \
    -e 'There was a timeout' "$LOG/test.log"
}
