# shellcheck shell=sh
# The stack: graph server, NATS, application. Everything listens on 127.0.0.1.
# shellcheck disable=SC2034,SC2154 # pid, port, since and STARTED are shared with processes.sh

NEO4J_PORT=${WITAN_NEO4J_PORT:-7687}
NATS_PORT=${WITAN_NATS_PORT:-4222}
HTTP_PORT=${WITAN_HTTP_PORT:-8080}
# The application reads the same variable.
GRPC_PORTS=${WITAN_GRPC_PORTS:-50051,50054,50055,50056,50057}

cmd_up() {
  check_ray_options
  start_stack
}

# Leaves the trap set and STARTED filled: until this command ends, Ctrl-C stops what it started.
start_stack() {
  build_stack
  make_home
  take_lock "$RUN/lock"
  use_wanted_ray
  use_wanted_model
  if stack_is_up; then
    release_lock
    say "Witan is already up at $(stack_url)"
    return
  fi
  need_tools
  ! with_ray || need_ray_parts
  began=$(date +%s)
  trap 'interrupted' INT TERM HUP
  require_host_name
  uses_own_neo4j || require_login
  check_ports
  ! with_ray || start_ray
  start_stores
  ! with_ray || await_ray
  start_application
  release_lock
  say "Witan is up after $(($(date +%s) - began)) s at $(stack_url)"
}

interrupted() {
  trap '' INT TERM HUP
  if [ -n "$CLIENT" ]; then
    kill -TERM "$CLIENT" 2>/dev/null || true
    wait "$CLIENT" || true
  fi
  [ -z "$STARTED" ] || say "Interrupted: stopping what was started ..."
  stop_started
  exit 130
}

# fail_start NAME: shows why, stops what this command started.
fail_start() {
  trap '' INT TERM HUP
  reason=''
  [ "$1" != witan ] || reason=$(why_not_ready)
  show_tail "$LOG/$1.log" 40
  stop_started
  die "$1 did not start${reason:+: $reason}; what was started with it is stopped again (log: $LOG/$1.log)"
}

# The reason that the application gives while it runs, else the one that its deployment ended with.
why_not_ready() {
  said=$(curl -s -m 10 --noproxy '*' "http://127.0.0.1:$HTTP_PORT/health/ready" 2>/dev/null \
    | sed -n 's/.*"reason" *: *"\([^"]*\)".*/\1/p')
  # Of several the first, which stands two lines below.
  [ -n "$said" ] || said=$(sed -n \
    -e '/Exception List with/{n;n;p;q;}' \
    -e 's/.*Exception while loading the app : CDI [a-z]* failure:\(.*\)/\1/p' "$LOG/witan.log" \
    | sed 's/\(.*\) -- \1$/\1/' | head -n 1)
  printf '%s' "$said"
}

uses_own_neo4j() { [ -z "${WITAN_NEO4J_URL:-}" ]; }

uses_own_nats() { [ -z "${WITAN_NATS_URL:-}" ]; }

stack_is_up() {
  if uses_own_neo4j; then is_running neo4j || return 1; fi
  if uses_own_nats; then is_running nats || return 1; fi
  if with_ray; then ray_is_up || return 1; fi
  is_running witan && is_ready "$port"
}

# The address of the running application, else of the one that would be started.
stack_url() {
  is_running witan || port=$HTTP_PORT
  echo "http://127.0.0.1:$port"
}

# is_ready PORT: whether the application there takes work.
is_ready() {
  curl -fsS -m 10 --noproxy '*' "http://127.0.0.1:$1/health/ready" 2>/dev/null | grep -q '"status" *: *"UP"'
}

# Payara asks for the address of its own host and ends where there is none.
require_host_name() {
  getent hosts "$(uname -n)" >/dev/null \
    || die "the name of this host does not resolve: add the line '127.0.1.1 $(uname -n)' to /etc/hosts"
}

require_login() {
  if [ -z "${WITAN_NEO4J_USER:-}" ] || [ -z "${WITAN_NEO4J_PASSWORD:-}" ]; then
    die 'WITAN_NEO4J_URL needs WITAN_NEO4J_USER and WITAN_NEO4J_PASSWORD beside it'
  fi
}

check_ports() {
  ! uses_own_neo4j || is_running neo4j || require_free "$NEO4J_PORT" WITAN_NEO4J_PORT
  ! uses_own_nats || is_running nats || require_free "$NATS_PORT" WITAN_NATS_PORT
  ! with_ray || check_ray_ports
  is_running witan || check_application_ports
}

check_application_ports() {
  require_free "$HTTP_PORT" WITAN_HTTP_PORT
  [ "${WITAN_GRPC_ENABLED:-true}" = true ] || return 0
  case $GRPC_PORTS in
    *[!0-9,]*) die "WITAN_GRPC_PORTS is '$GRPC_PORTS': expected port numbers with commas between" ;;
  esac
  for grpc_port in $(echo "$GRPC_PORTS" | tr ',' ' '); do
    require_free "$grpc_port" WITAN_GRPC_PORTS
  done
}

start_stores() {
  ! uses_own_neo4j || is_running neo4j || start_neo4j
  ! uses_own_nats || is_running nats || start_nats
  if uses_own_neo4j; then await_line neo4j '^READY' 120 || fail_start neo4j; fi
  if uses_own_nats; then await_line nats 'Server is ready' 30 || fail_start nats; fi
}

start_neo4j() {
  say "Starting neo4j on port $NEO4J_PORT ..."
  start_process neo4j "$NEO4J_PORT" java -Xms128m -Xmx512m -XX:+UseSerialGC -XX:MaxDirectMemorySize=256m \
    -cp "$GRAPH_SERVER/graph-server.jar:$GRAPH_SERVER/lib/*" io.witan.graph.GraphServer \
    --home "$DATA/neo4j" --port "$NEO4J_PORT"
}

start_nats() {
  say "Starting nats on port $NATS_PORT ..."
  cat >"$RUN/nats.conf" <<CONF
host: "127.0.0.1"
port: $NATS_PORT
server_name: "witan"
jetstream {
  store_dir: "$(printf '%s' "$DATA/nats" | sed 's/["\\]/\\&/g')"
  # Every acknowledged message is on disk; the default may lose the last two minutes in a power cut.
  sync_interval: always
}
CONF
  start_process nats "$NATS_PORT" "$NATS_SERVER" --config "$RUN/nats.conf"
}

start_application() {
  if is_running witan; then
    say "The application runs already; waiting until it is ready ..."
  else
    say "Starting witan on port $HTTP_PORT ..."
    write_settings
    launch_payara
  fi
  await_ready || fail_start witan
}

# The second line of the file is what keeps Hazelcast's port 6900 shut; --nohazelcast alone does not. On one or two
# cores the JDK has no common pool, and starts a thread for every answer of a model, unless it is told a size.
launch_payara() {
  cat >"$RUN/preboot.txt" <<'CONF'
set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
CONF
  rm -rf "$RUN/payara"
  usual_traces
  # shellcheck disable=SC2086 # a list of options
  start_process witan "$HTTP_PORT" java -Xmx512m -XX:+UseSerialGC \
    -Djava.util.concurrent.ForkJoinPool.common.parallelism=4 ${WITAN_JAVA_OPTS:-} -jar "$PAYARA_MICRO" \
    --nocluster --nohazelcast --disablephonehome --rootdir "$RUN/payara" --port "$HTTP_PORT" --deploy "$WAR" --contextroot / \
    --prebootcommandfile "$RUN/preboot.txt" --systemproperties "$RUN/witan.properties" \
    --logproperties "$ROOT/scripts/logging.properties"
}

# How traces go out, once OTEL_SDK_DISABLED=false turns them on. Not among the defaults of the application, as Payara
# ends where a name that begins with otel. is in two places.
usual_traces() {
  OTEL_SERVICE_NAME=${OTEL_SERVICE_NAME:-witan}
  OTEL_EXPORTER_OTLP_PROTOCOL=${OTEL_EXPORTER_OTLP_PROTOCOL:-http/protobuf}
  OTEL_METRICS_EXPORTER=${OTEL_METRICS_EXPORTER:-none}
  OTEL_LOGS_EXPORTER=${OTEL_LOGS_EXPORTER:-none}
  export OTEL_SERVICE_NAME OTEL_EXPORTER_OTLP_PROTOCOL OTEL_METRICS_EXPORTER OTEL_LOGS_EXPORTER
}

# Where the stores are, for the application; a file, as command lines are for everyone to read.
write_settings() {
  nats_port=$NATS_PORT
  neo4j_port=$NEO4J_PORT
  ! is_running nats || nats_port=$port
  ! is_running neo4j || neo4j_port=$port
  if uses_own_neo4j; then
    neo4j_url=jdbc:neo4j://127.0.0.1:$neo4j_port
    neo4j_user=neo4j
    neo4j_password=$(cat "$DATA/neo4j/neo4j.password")
  else
    neo4j_url=$(jdbc_url "$WITAN_NEO4J_URL")
    neo4j_user=$WITAN_NEO4J_USER
    neo4j_password=$WITAN_NEO4J_PASSWORD
  fi
  rm -f "$RUN/witan.properties"
  (
    umask 077
    {
      property witan.neo4j.url "$neo4j_url"
      property witan.neo4j.user "$neo4j_user"
      property witan.neo4j.password "$neo4j_password"
      property witan.nats.url "${WITAN_NATS_URL:-nats://127.0.0.1:$nats_port}"
      property witan.data.dir "$DATA/witan"
      runner_settings
    } >"$RUN/witan.properties"
  )
}

# Who takes the turns of a deliberation.
runner_settings() {
  ! with_ray || {
    ray_settings
    return
  }
  property witan.runner "${WITAN_RUNNER:-rehearsal}"
  [ -z "${WITAN_OPENAI_URL:-}" ] || property witan.openai.url "$WITAN_OPENAI_URL"
  [ -z "${WITAN_OPENAI_MODEL:-}" ] || property witan.openai.model "$WITAN_OPENAI_MODEL"
}

# An application that runs with another model is stopped, so that it starts with the wanted one.
use_wanted_model() {
  { with_ray || [ -n "${WITAN_OPENAI_URL:-}" ]; } && is_running witan || return 0
  runner_settings >"$RUN/wanted.properties"
  if grep -q -v -x -F -f "$RUN/witan.properties" "$RUN/wanted.properties"; then
    if with_ray; then
      say 'Restarting witan with turns on ray ...'
    else
      say "Restarting witan with the model ${WITAN_OPENAI_MODEL:-of its settings} at $WITAN_OPENAI_URL ..."
    fi
    stop_process witan
  fi
  rm -f "$RUN/wanted.properties"
}

# One line of a Java properties file.
property() {
  printf '%s=%s\n' "$1" "$(printf '%s' "$2" | sed 's/\\/\\\\/g; s/^ /\\ /')"
}

# The JDBC form of a Neo4j address, whichever form it comes in.
jdbc_url() {
  case $1 in
    jdbc:*) echo "$1" ;;
    bolt*) echo "jdbc:neo4j${1#bolt}" ;;
    *) echo "jdbc:$1" ;;
  esac
}

# Waits for both Payara's word and the application's: before the deployment there is no health check
# that could fail, and after a failed one Payara goes on running. So after its "ready in" the
# application has 20 s left to answer UP.
await_ready() {
  is_running witan || return 1
  ticks=0
  left=1200
  booted=''
  until [ -n "$booted" ] && is_ready "$port"; do
    is_running witan || return 1
    [ $ticks -lt $left ] || return 1
    ! grep -q 'Exception while loading the app' "$LOG/witan.log" || return 1
    if [ -z "$booted" ] && grep -q 'Payara Micro .* ready in' "$LOG/witan.log"; then
      booted=yes
      left=$((ticks + 100))
    fi
    sleep 0.2
    ticks=$((ticks + 1))
  done
}

# The application first, so that it can still write what it has to.
cmd_down() {
  [ -d "$RUN" ] || {
    say 'Nothing was running.'
    return
  }
  take_lock "$RUN/lock"
  stopped=''
  for process in witan ray vllm nats neo4j; do
    ! is_running $process || stopped="$stopped $process"
    stop_process $process
  done
  rm -rf "$RAY_FOLDER"
  if [ -n "$stopped" ]; then say "Stopped$stopped."; else say 'Nothing was running.'; fi
}

# Ends with status 0 where everything runs, 3 where something does not.
cmd_status() {
  all=0
  printf '%-8s %-10s %8s %6s %8s  %s\n' NAME STATE PID PORT RSS SINCE
  for process in neo4j nats vllm ray witan; do
    is_part $process || continue
    status_line $process || all=3
  done
  return $all
}

# Ray and vLLM are there only where they were asked for.
is_part() {
  case $1 in
    ray | vllm) [ -f "$RUN/$1.pid" ] ;;
  esac
}

status_line() {
  if is_running "$1"; then
    state=running
    answers "$1" || state='not ready'
    rss=$(memory_of "$pid")
    printf '%-8s %-10s %8s %6s %8s  %s\n' "$1" "$state" "$pid" "$port" "$rss" "$(date -d "@$since" '+%Y-%m-%d %H:%M:%S')"
    [ "$state" = running ]
    return
  fi
  case $1 in
    neo4j) elsewhere=${WITAN_NEO4J_URL:-} ;;
    nats) elsewhere=${WITAN_NATS_URL:-} ;;
    *) elsewhere='' ;;
  esac
  if [ -n "$elsewhere" ]; then
    printf '%-8s %-10s %8s %6s %8s  %s\n' "$1" elsewhere - - - "$elsewhere"
    return 0
  fi
  state=stopped
  [ ! -f "$RUN/$1.pid" ] || state=died
  printf '%-8s %-10s %8s %6s %8s  %s\n' "$1" "$state" - - - -
  return 1
}

# answers NAME: whether that one takes work; of the stores, that they run is enough.
answers() {
  case $1 in
    witan) is_ready "$port" ;;
    ray | vllm) server_is_ready "$port" ;;
  esac
}

cmd_logs() {
  follow=''
  names=''
  for argument in "$@"; do
    case $argument in
      -f) follow=-f ;;
      witan | neo4j | nats | ray | vllm | build | test | setup) names="$names $argument" ;;
      *) misused "logs: no log named $argument; there are witan, neo4j, nats, ray, vllm, build, test and setup" ;;
    esac
  done
  set --
  for process in ${names:-neo4j nats vllm ray witan}; do
    [ ! -f "$LOG/$process.log" ] || set -- "$@" "$LOG/$process.log"
  done
  [ $# -gt 0 ] || die "there is no such log in $LOG yet"
  # shellcheck disable=SC2086 # empty or one option
  exec tail -n 100 $follow "$@"
}
