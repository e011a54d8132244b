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

need_vllm() {
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
  "$place/bin/python" -m uv pip install --python "$place/bin/python" --cache-dir "$TOOLS/python-cache" \
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
