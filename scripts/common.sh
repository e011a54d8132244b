# shellcheck shell=sh
# Paths, messages and the lock. Sourced by ../witan, which sets ROOT.
# shellcheck disable=SC2034 # the other files use what is set here

# With a locale that knows ASCII alone, as in a bare system, Java opens no file with another name.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac

WITAN_HOME=${WITAN_HOME:-$ROOT/.witan}
case $WITAN_HOME in
  /*) ;;
  *) WITAN_HOME=$PWD/$WITAN_HOME ;;
esac
DATA=$WITAN_HOME/data
RUN=$WITAN_HOME/run
LOG=$WITAN_HOME/log
# What is built and installed belongs to the source tree, whatever home is in use.
TOOLS=$ROOT/.witan/tools
STAMP=$ROOT/.witan/build.stamp

GRAPH_SERVER=$ROOT/graph-server/target/graph-server
CLI_JAR=$ROOT/cli/target/witan-cli/witan-cli.jar
WAR=${WITAN_WAR:-$ROOT/ear/war/target/witan.war}
PAYARA_MICRO=${WITAN_PAYARA_MICRO:-$ROOT/ear/war/target/payara-micro.jar}

# Progress goes to standard output, or to standard error where that is for the client's answer alone.
SAY_TO=1

say() {
  printf '%s\n' "$*" >&"$SAY_TO"
}

die() {
  printf 'witan: %s\n' "$*" >&2
  exit 1
}

# The command line makes no sense; the status is the client's for the same.
misused() {
  printf 'witan: %s\n' "$*" >&2
  exit 2
}

no_arguments() {
  [ $# -eq 1 ] || misused "$1 takes no arguments; see ./witan help"
}

# show_tail FILE LINES: the end of a log without stack frames, to standard error.
show_tail() {
  printf '%s\n' "--- end of $1" >&2
  grep -v "^$(printf '\t')at " "$1" | tail -n "$2" >&2 || true
  printf '%s\n' '---' >&2
}

# Makes the folders of the home, for the owner only, or says why not.
make_home() {
  for folder in "$DATA/neo4j" "$DATA/nats" "$DATA/witan" "$RUN" "$LOG" "$TOOLS"; do
    (umask 077 && mkdir -p "$folder") 2>/dev/null \
      || die "cannot create $folder: make it writable, or set WITAN_HOME to a folder that is"
  done
  (: >"$RUN/.writable") 2>/dev/null \
    || die "cannot write to $RUN: make it writable, or set WITAN_HOME to a folder that is"
}

# take_lock FILE: one command at a time; the system drops the lock when this shell ends.
# Whatever is started and lives on must close descriptor 9.
take_lock() {
  exec 9>>"$1"
  if ! flock -n 9; then
    say "Another ./witan command is at work; waiting for it ..."
    flock -w 1800 9 || die "the other command did not end; its lock is $1"
  fi
}

release_lock() {
  exec 9>&-
}
