# shellcheck shell=sh
# Processes that outlive this shell: start, find, stop. A pid file holds pid, start time, port and the
# hour of the start; the start time tells our process from a later one with the same pid.
# shellcheck disable=SC2034 # what is_running sets is read in stack.sh

STARTED=''
# The client that a command waits for.
CLIENT=''

# start_process NAME PORT COMMAND...: detached, in a session of its own.
start_process() {
  name=$1
  port=$2
  shift 2
  [ ! -f "$LOG/$name.log" ] || mv -f "$LOG/$name.log" "$LOG/$name.log.1"
  STARTED="$name $STARTED"
  setsid "$@" >"$LOG/$name.log" 2>&1 </dev/null 9>&- &
  printf '%s %s %s %s\n' $! "$(start_time $!)" "$port" "$(date +%s)" >"$RUN/$name.pid"
}

# The start time of a process in clock ticks since boot; nothing where it is gone or a zombie.
start_time() {
  # The name in brackets may hold anything, so count from the last bracket.
  sed -n 's/.*) \([A-Z]\) /\1 /p' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" && $1 != "X" { print $20 }'
}

# memory_of PID: what it and all below it hold.
memory_of() {
  cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^\([0-9]*\) .*) [A-Z] /\1 /' | awk -v top="$1" '
    { parent[$1] = $2; pages[$1] = $22 }
    END {
      for (process in parent) {
        above = process
        while (above > 1 && above != top) above = parent[above]
        if (above == top) sum += pages[process]
      }
      printf "%d MB", sum / 256
    }'
}

# is_running NAME: also sets pid, port and since from its file.
is_running() {
  pid='' started='' port='' since=''
  [ -f "$RUN/$1.pid" ] || return 1
  read -r pid started port since <"$RUN/$1.pid" || return 1
  [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ]
}

# stop_process NAME: asks, waits 20 s, insists.
stop_process() {
  if is_running "$1"; then
    kill -TERM "$pid" 2>/dev/null || true
    ticks=0
    while is_running "$1" && [ $ticks -lt 200 ]; do
      sleep 0.1
      ticks=$((ticks + 1))
    done
    ! is_running "$1" || kill_hard "$1"
  fi
  rm -f "$RUN/$1.pid"
}

kill_hard() {
  say "$1 (pid $pid) did not stop in 20 s; killing it"
  kill -KILL "$pid" 2>/dev/null || true
  while is_running "$1"; do
    sleep 0.1
  done
}

# Ends what this command has started, for a failed or interrupted start.
stop_started() {
  for started_name in $STARTED; do
    stop_process "$started_name"
  done
  STARTED=''
}

# await_line NAME TEXT SECONDS: until its log says so; fails where it dies or the time is over.
await_line() {
  ticks=0
  until grep -q -- "$2" "$LOG/$1.log" 2>/dev/null; do
    is_running "$1" || return 1
    [ $ticks -lt $(($3 * 10)) ] || return 1
    sleep 0.1
    ticks=$((ticks + 1))
  done
}

# require_free PORT VARIABLE: names who holds the port and the way out.
require_free() {
  is_port "$1" || die "$2 is '$1': expected a port number from 1 to 65535"
  inode=$(listener "$1")
  [ -n "$inode" ] || return 0
  die "port $1 is taken$(holder "$inode"): stop that, or set $2 to another port"
}

is_port() {
  case $1 in
    '' | *[!0-9]* | ??????*) return 1 ;;
  esac
  [ "$1" -ge 1 ] && [ "$1" -le 65535 ]
}

# The socket that listens on a port; from /proc, as a bare system has no ss.
listener() {
  awk -v port="$(printf ':%04X' "$1")" \
    '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' \
    /proc/net/tcp /proc/net/tcp6 2>/dev/null || true
}

# Who has the socket open, as far as this user may know.
holder() {
  link=$(find /proc/[0-9]*/fd -lname "socket:\[$1\]" 2>/dev/null | head -n 1 || true)
  [ -n "$link" ] || return 0
  owner=${link#/proc/}
  owner=${owner%%/*}
  printf ' by process %s (%s)' "$owner" "$(tr '\0\n' '  ' <"/proc/$owner/cmdline" | cut -c 1-60)"
}
