#!/bin/sh
# supervise.sh COMMAND...: runs a server, and again when it ends: after 1 s, 2 s, 4 s and so on up to a minute, and
# after 1 s again once it has lived for five minutes. Asked to end (SIGTERM), it ends the server first.
set -u

LONGEST_PAUSE=60
LONG_LIFE=300

# Everything that the server has started is in its session, and so in its group. One that has no group yet has started
# nothing, and may not hear SIGTERM either.
end_group() {
  kill -TERM "-$server" 2>/dev/null || {
    kill -KILL "$server" 2>/dev/null || true
    return
  }
  ticks=0
  while kill -0 "-$server" 2>/dev/null && [ $ticks -lt 150 ]; do
    sleep 0.1
    ticks=$((ticks + 1))
  done
  kill -KILL "-$server" 2>/dev/null || true
}

asked_to_end() {
  trap '' TERM INT HUP
  # Asked between the start of a server and the note of its number.
  server=${server:-${!:-}}
  [ -z "$server" ] || end_group
  exit 0
}

server=''
pause=1
trap asked_to_end TERM INT HUP
while :; do
  began=$(date +%s)
  setsid "$@" &
  server=$!
  wait "$server"
  status=$?
  # What it leaves behind would hold its memory and its ports.
  kill -KILL "-$server" 2>/dev/null || true
  server=''
  [ $(($(date +%s) - began)) -lt $LONG_LIFE ] || pause=1
  echo "supervise: $1 ended with status $status; starting it again in $pause s"
  sleep "$pause" &
  wait $!
  pause=$((pause * 2))
  [ $pause -le $LONGEST_PAUSE ] || pause=$LONGEST_PAUSE
done
