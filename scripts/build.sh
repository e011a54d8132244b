# shellcheck shell=sh
# The build: Maven, only when what it reads has changed.

cmd_build() {
  need_tools
  make_home
  lock_build
  maven_build 'Building Witan'
  unlock_build
}

# Builds what the stack runs, where it is missing or older than its sources.
build_stack() {
  ! is_built || return 0
  if outputs_present; then
    what='Building Witan (its sources have changed)'
  else
    what='Building Witan (the first time takes a few minutes)'
  fi
  need_tools
  make_home
  lock_build
  # Perhaps the build that was waited for did it.
  is_built || maven_build "$what" -pl graph-server,cli,ear/war -am
  unlock_build
}

is_built() {
  outputs_present || return 1
  [ -n "${WITAN_NO_BUILD:-}" ] || [ "$(cat "$STAMP" 2>/dev/null)" = "$(source_sum)" ]
}

outputs_present() {
  for file in "$GRAPH_SERVER/graph-server.jar" "$CLI_JAR" "$WAR" "$PAYARA_MICRO"; do
    [ -f "$file" ] || return 1
  done
}

# maven_build MESSAGE OPTION...
maven_build() {
  message=$1
  shift
  sum=$(source_sum)
  say "$message ..."
  if ! maven "$LOG/build.log" -DskipTests -Dspotless.check.skip=true -Djacoco.skip=true package "$@"; then
    show_tail "$LOG/build.log" 40
    die "the build failed; all of it is in $LOG/build.log"
  fi
  printf '%s\n' "$sum" >"$STAMP"
}

# One build of this tree at a time, whatever home each command uses.
lock_build() {
  exec 8>>"$ROOT/.witan/build.lock"
  flock -n 8 || {
    say "Another build of this tree is at work; waiting for it ..."
    flock -w 3600 8 || die "the other build did not end"
  }
}

unlock_build() {
  exec 8>&-
}

# One checksum over everything that goes into the product.
source_sum() {
  (
    cd "$ROOT" || exit 1
    find . \( -name target -o -name .git -o -name .witan -o -path ./gpu-executor/src/main/ray -o -path '*/src/test' \) -prune -o \
      -type f \( -name pom.xml -o -path '*/src/*' -o -path './.mvn/*' \) -print0 \
      | LC_ALL=C sort -z | xargs -0 cksum | cksum
  )
}

# maven LOG ARGUMENT...: runs Maven in the root, all output to the log, one line a module to the terminal.
maven() {
  log=$1
  shift
  rm -f "$log.status"
  {
    code=0
    (cd "$ROOT" && mvn -B -ntp "$@" 8>&- 9>&- </dev/null) || code=$?
    echo "$code" >"$log.status"
  } 2>&1 | tee "$log" | maven_progress >&"$SAY_TO"
  code=$(cat "$log.status" 2>/dev/null || echo 1)
  rm -f "$log.status"
  return "$code"
}

# From Maven's output to a line for each module and for each set of tests.
maven_progress() {
  while IFS= read -r line; do
    case $line in
      '[INFO] Building '*'['[0-9]*/[0-9]*']')
        module=${line#'[INFO] Building '}
        printf '  [%s %s\n' "${line##*\[}" "${module% [0-9]*.[0-9]*' '*'['*}"
        ;;
      *'Tests run: '*'Time elapsed'*) ;;
      *'Tests run: '*) printf '          %s\n' "${line#*\] }" ;;
    esac
  done
}
