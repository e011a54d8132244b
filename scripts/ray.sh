# shellcheck shell=sh
# Ray with the turns of deliberations on it, and the model server beside it: what they are installed from, and how
# they are started, watched and stopped.
# shellcheck disable=SC2154 # pid and port are shared with processes.sh

RAY_SOURCES=$ROOT/gpu-executor/src/main/ray
UV_VERSION=0.13.9
# For what a folder is unpacked from while it is made, in MB.
ROOM_TO_UNPACK=1500

# Python writes no caches between the sources: the build would take them for changes.
export PYTHONDONTWRITEBYTECODE=1

need_ray() {
  need_python_folder ray 'Ray' 600 -r "$RAY_SOURCES/requirements.txt"
}

# vLLM for the processor is linked against a library that slim systems lack, and asks lscpu what there is.
need_vllm() {
  python3 -c 'import ctypes; ctypes.CDLL("libnuma.so.1")' 2>/dev/null || install_packages libnuma1
  lscpu >/dev/null 2>&1 || die 'vLLM asks lscpu about the processor, and it fails here: is /sys mounted?'
  need_python_folder vllm 'vLLM' 6000 -r "$RAY_SOURCES/requirements-vllm.txt" \
    --override "$RAY_SOURCES/requirements-vllm-overrides.txt"
}

# Ray with what its own tests need.
need_ray_checks() {
  need_python_folder ray-checks 'Ray and the checks of its Python' 700 \
    -r "$RAY_SOURCES/requirements.txt" -r "$RAY_SOURCES/requirements-checks.txt"
}

# need_python_folder NAME WHAT MEGABYTES OPTION...: a virtual environment below the tools, installed as uv's options
# say. Its mark is written last and holds a sum of the files that they name: what was cut off is made anew.
need_python_folder() (
  place=$TOOLS/$1
  what=$2
  megabytes=$3
  shift 3
  wanted=$(requirements_sum "$@")
  ! is_complete || return 0
  make_home
  exec 6>>"$TOOLS/python.lock"
  flock -n 6 || {
    say "Another ./witan command is installing; waiting for it ..."
    flock -w 3600 6 || die "the other installation did not end; its lock is $TOOLS/python.lock"
  }
  ! is_complete || return 0
  find_python
  require_room $((megabytes + ROOM_TO_UNPACK))
  say "Installing $what ($megabytes MB on disk, a minute or more) ..."
  make_python_folder "$@" >"$LOG/setup.log" 2>&1 9>&- 8>&- </dev/null || {
    show_tail "$LOG/setup.log" 20
    rm -rf "$place"
    die "could not install $what with $PYTHON on $(uname -sm); it is made for Linux on x86_64 and aarch64 (log: $LOG/setup.log)"
  }
)

is_complete() {
  [ "$(cat "$place/.complete" 2>/dev/null)" = "$wanted" ]
}

# The sum of the files among uv's options.
requirements_sum() {
  for word in "$@"; do
    [ ! -f "$word" ] || cat "$word"
  done | cksum
}

# uv, as pip refuses the overrides that vLLM needs. Everything is compiled: else the first start takes minutes.
make_python_folder() {
  rm -rf "$place"
  "$PYTHON" -m venv "$place" || return
  "$place/bin/python" -m pip install --disable-pip-version-check --quiet "uv==$UV_VERSION" || return
  "$place/bin/python" -m uv pip install --system-certs --python "$place/bin/python" --cache-dir "$TOOLS/python-cache" \
    --no-progress --compile-bytecode "$@" || return
  rm -rf "$TOOLS/python-cache"
  printf '%s\n' "$wanted" >"$place/.complete"
}

# Sets PYTHON to one that has what Ray and vLLM are built for.
find_python() {
  for PYTHON in python3 python3.13 python3.12 python3.11; do
    ! "$PYTHON" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
      || return 0
  done
  die "no Python from 3.11 to 3.13 with the module venv was found ($(python3 -V 2>&1 || true)): install one"
}

# require_room MEGABYTES: free ones below the tools.
require_room() {
  room=$(df -Pk "$TOOLS" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "$room" -ge "$1" ] || die "$1 MB are needed in $TOOLS, and $room MB are free: make room there"
}

TINY_BUILDER=$ROOT/gpu-executor/src/test/ray/tiny_model.py

# A model without knowledge, for tests of all that is around a model.
need_tiny_model() (
  place=$TOOLS/tiny-model
  wanted=$(requirements_sum "$TINY_BUILDER" "$RAY_SOURCES/requirements-vllm.txt")
  ! is_complete || return 0
  need_vllm
  say 'Making a tiny model ...'
  make_tiny_model >"$LOG/setup.log" 2>&1 9>&- 8>&- </dev/null || {
    show_tail "$LOG/setup.log" 20
    die "could not make the tiny model (log: $LOG/setup.log)"
  }
)

make_tiny_model() {
  "$TOOLS/vllm/bin/python" "$TINY_BUILDER" "$place" && printf '%s\n' "$wanted" >"$place/.complete"
}

# What tests of the whole way need: Ray, vLLM, and a model that it serves.
need_ray_stack() {
  need_ray && need_vllm && need_tiny_model
}

RAY_PORT=${WITAN_RAY_PORT:-8100}
VLLM_PORT=${WITAN_VLLM_PORT:-8000}
# What Ray keeps, sockets among it, whose paths must be short.
RAY_FOLDER=${TMPDIR:-/tmp}/witan-ray-$(id -u)-$(printf '%s' "$WITAN_HOME" | cksum | cut -d ' ' -f 1)
# The name of the model, which for vLLM can be any.
ray_model() { echo "${WITAN_RAY_MODEL:-${WITAN_OPENAI_MODEL:-Qwen/Qwen3-0.6B}}"; }

with_ray() { [ -n "${WITAN_RAY:-}" ]; }

with_vllm() { with_ray && [ -n "${WITAN_VLLM:-}" ]; }

# Refuses what makes no sense before anything is installed or started.
check_ray_options() {
  with_ray || {
    [ -z "${WITAN_VLLM:-}" ] || misused '--vllm is for --ray: give both'
    return 0
  }
  if with_vllm; then
    [ -z "${WITAN_OPENAI_URL:-}" ] || misused "--vllm starts a model server, and $WITAN_OPENAI_URL is named as another one: give one of them"
    [ -f "$WITAN_VLLM/config.json" ] \
      || misused "--vllm: there is no model in $WITAN_VLLM (a folder with config.json, weights and tokenizer, as Hugging Face has them)"
    WITAN_VLLM=$(CDPATH='' cd -- "$WITAN_VLLM" && pwd -P)
  else
    [ -n "${WITAN_OPENAI_URL:-}" ] \
      || misused '--ray needs a model server: a folder with a model (--vllm), or the address of one that runs (WITAN_OPENAI_URL, or --model-url of run)'
  fi
}

# The model server of the cluster, up to /v1.
ray_endpoint() {
  if with_vllm; then
    echo "http://127.0.0.1:$VLLM_PORT/v1"
  else
    address=${WITAN_OPENAI_URL%/}
    echo "${address%/v1}/v1"
  fi
}

# The other model servers that agents may name: those that the application allows.
ray_endpoints() {
  echo "${WITAN_RAY_ENDPOINTS:-${WITAN_DELIBERATION_ENDPOINTS:-}}"
}

# What tells one set-up from another; one that runs with another is stopped.
ray_wanted() {
  echo "$(ray_endpoint) $(ray_endpoints) ${WITAN_VLLM:-} ${WITAN_VLLM_OPTIONS:-} $(ray_model) ${WITAN_RAY_SLOTS:-}"
}

use_wanted_ray() {
  with_ray || return 0
  if { is_running ray || is_running vllm; } && [ "$(ray_wanted)" != "$(cat "$RUN/ray.wanted" 2>/dev/null)" ]; then
    say 'Stopping ray, which runs with other settings ...'
    stop_ray
  fi
}

ray_is_up() {
  if with_vllm; then is_running vllm || return 1; fi
  is_running ray && server_is_ready "$port"
}

# server_is_ready PORT: of Ray or vLLM.
server_is_ready() {
  curl -fsS -m 10 --noproxy '*' "http://127.0.0.1:$1/health" >/dev/null 2>&1
}

need_ray_parts() {
  need_ray
  ! with_vllm || need_vllm
}

check_ray_ports() {
  is_running ray || require_free "$RAY_PORT" WITAN_RAY_PORT
  ! with_vllm || is_running vllm || require_free "$VLLM_PORT" WITAN_VLLM_PORT
}

# Both at once, as each takes its time.
start_ray() {
  ray_wanted >"$RUN/ray.wanted"
  ! with_vllm || is_running vllm || launch_vllm
  is_running ray || launch_ray
}

launch_vllm() {
  say "Starting vllm on port $VLLM_PORT with the model in $WITAN_VLLM ..."
  start_process vllm "$VLLM_PORT" "$ROOT/scripts/supervise.sh" "$ROOT/scripts/vllm.sh" "$TOOLS/vllm/bin/python" \
    "$WITAN_VLLM" "$(ray_model)" "$VLLM_PORT"
}

launch_ray() {
  say "Starting ray on port $RAY_PORT ..."
  rm -rf "$RAY_FOLDER"
  (umask 077 && mkdir -p "$DATA/ray")
  start_process ray "$RAY_PORT" env PYTHONPATH="$RAY_SOURCES" WITAN_RAY_ENDPOINT="$(ray_endpoint)" \
    WITAN_RAY_ENDPOINTS="$(ray_endpoints)" WITAN_RAY_TOKEN_FILE="$DATA/ray/token" \
    "$ROOT/scripts/supervise.sh" "$TOOLS/ray/bin/python" -m witan_ray.local --folder "$RAY_FOLDER" \
    --http-port "$RAY_PORT"
}

# A model of some gigabytes takes minutes to load.
await_ray() {
  say "Waiting for ray$(! with_vllm || echo " and vllm") ..."
  await_server ray 'Turns are taken at' 900 || fail_start ray
  ! with_vllm || await_server vllm 'Application startup complete' 1200 || fail_start vllm
}

# await_server NAME TEXT SECONDS: until its log says so; fails where the server ends, though it is started again then.
await_server() {
  ticks=0
  until grep -q -- "$2" "$LOG/$1.log" 2>/dev/null; do
    is_running "$1" || return 1
    ! grep -q '^supervise: ' "$LOG/$1.log" || return 1
    [ $ticks -lt $(($3 * 5)) ] || return 1
    sleep 0.2
    ticks=$((ticks + 1))
  done
}

stop_ray() {
  stop_process ray
  stop_process vllm
  rm -rf "$RAY_FOLDER"
}

# Who takes the turns, when that is Ray, and which model server requests may name as the one that is asked.
ray_settings() {
  ray_port=$RAY_PORT
  ! is_running ray || ray_port=$port
  property witan.runner ray
  property witan.ray.clusters "local=http://127.0.0.1:$ray_port"
  property witan.ray.token-file "$DATA/ray/token"
  property witan.ray.model "$(ray_model)"
  property witan.openai.url "$(ray_endpoint)"
}
