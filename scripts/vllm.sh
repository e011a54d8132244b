#!/bin/sh
# vllm.sh PYTHON FOLDER NAME PORT: vLLM on the processor, with the model in a folder under a name, on 127.0.0.1.
# Prompts are worked through whole: a seed and a prompt in pieces together end the engine, on the processor. Structured
# answers have no white space, and the back end that keeps to the schema to the letter.
set -eu

export VLLM_CPU_KVCACHE_SPACE="${VLLM_CPU_KVCACHE_SPACE:-1}"
export VLLM_CPU_OMP_THREADS_BIND="${VLLM_CPU_OMP_THREADS_BIND:-nobind}"
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-$(nproc)}"
export VLLM_HOST_IP=127.0.0.1 VLLM_NO_USAGE_STATS=1 DO_NOT_TRACK=1 HF_HUB_OFFLINE=1

# The program vllm itself looks for a package of that name, which this build of it has not.
# shellcheck disable=SC2086 # a list of options
exec "$1" -m vllm.entrypoints.openai.api_server --model "$2" --served-model-name "$3" --host 127.0.0.1 --port "$4" \
  --dtype bfloat16 --max-model-len auto --max-num-seqs 32 --no-enable-chunked-prefill --max-num-batched-tokens 65536 \
  --enforce-eager --disable-uvicorn-access-log \
  --structured-outputs-config '{"backend": "guidance", "disable_any_whitespace": true}' ${WITAN_VLLM_OPTIONS:-}
