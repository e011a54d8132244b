#!/bin/sh
# Starts Payara Micro with witan.war. Written are /var/lib/witan and /tmp, nothing else.
set -eu

home=${WITAN_IMAGE_HOME:-/opt/witan}
work=${WITAN_IMAGE_WORK:-/var/lib/witan}

# A server folder that a killed container left behind would be taken for a configured one.
rm -rf "$work/payara"

# shellcheck disable=SC2086 # a list of options
exec java -XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Duser.home="$work" \
  -Djava.util.concurrent.ForkJoinPool.common.parallelism=4 ${WITAN_JAVA_OPTS:-} \
  -jar "$home/payara-micro.jar" --nocluster --nohazelcast --disablephonehome --rootdir "$work/payara" \
  --port "${WITAN_IMAGE_PORT:-8080}" --deploy "$home/witan.war" --contextroot / \
  --prebootcommandfile "$home/preboot.txt" --logproperties "$home/logging.properties"
