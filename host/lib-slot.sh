# shellcheck shell=bash
# Slots: the containers of a service. The live one is the one whose address stands in the live file.

LIVE='' LIVE_ID='' SLOT_ID='' SLOT_PID=0

# Sets LIVE (IP:PORT) and what is known of the container behind it.
live_read() {
  local id name state pid service release digest image fixed rest
  LIVE='' LIVE_ID='' LIVE_NAME='' LIVE_STATE='' LIVE_PID=0 LIVE_RELEASE='' LIVE_DIGEST='' LIVE_IMAGE=''
  read_file "$LIVE_FILE"
  LIVE=$CONTENT
  [[ $LIVE =~ ^[0-9.]+:[0-9]+$ ]] || LIVE=''
  while IFS='|' read -r id name state pid service release digest image fixed rest; do
    [ "$service" = "$1" ] && [ -n "$fixed" ] && [ "$fixed" = "${LIVE%:*}" ] || continue
    LIVE_ID=$id LIVE_NAME=${name#/} LIVE_STATE=$state LIVE_PID=$pid LIVE_RELEASE=$release LIVE_DIGEST=$digest LIVE_IMAGE=$image
  done <<<"$CONTAINERS"
}

addresses_taken() {
  local id name state pid service release digest image fixed address rest
  TAKEN=''
  while IFS='|' read -r id name state pid service release digest image fixed address rest; do
    TAKEN+=" $fixed $address"
  done <<<"$CONTAINERS"
}

# A container of this release that is there already (a way back, or a live one that does not serve) gives up the name.
slot_name() {
  local id name rest
  SLOT_NAME=$1
  while IFS='|' read -r id name rest; do
    [ "$name" = "/$1" ] || continue
    docker rm -f "$1.was" >/dev/null 2>&1
    docker rename "$1" "$1.was"
  done <<<"$CONTAINERS"
}

# The secrets stand in the environment of this one docker client and nowhere else.
# One may be named like a variable of this script, so no variable is used any more when they are set.
slot_run() (
  local name names=()
  for name in ${SECRET_VALUES[@]+"${!SECRET_VALUES[@]}"}; do names+=(-e "$name"); done
  set -- -- docker run -d --pull never ${OPTIONS[@]+"${OPTIONS[@]}"} ${names[@]+"${names[@]}"} --name "$SLOT_NAME" --network "$NETWORK" --ip "$SLOT_IP" \
    --restart no --label docker-to-ec2=slot --label "docker-to-ec2.service=${FIELD[service]}" --label "docker-to-ec2.release=${FIELD[release]}" \
    --label "docker-to-ec2.digest=${FIELD[digest]}" "${FIELD[image]}" ${ARGS[@]+"${ARGS[@]}"}
  for name in ${SECRET_VALUES[@]+"${!SECRET_VALUES[@]}"}; do set -- "$name" "${SECRET_VALUES[$name]}" "$@"; done
  exec {LOCK}>&- {HOST_LOCK}>&- 3>&- 2>&1
  while [ "$1" != -- ]; do
    unset -v "$1"
    export "$1=$2"
    shift 2
  done
  shift
  exec "$@"
)

# Starts the new slot: sets SLOT_ID and SLOT_IP, or START_WORDS to what docker said.
slot_start() {
  local status
  slot_name "${FIELD[service]}.${FIELD[release]}"
  host_lock || { START_WORDS='another deploy on this host holds the network'; return 1; }
  addresses_taken
  read_file "$STATE/last-address"
  [[ $CONTENT =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ ]] || CONTENT=''
  address_next "$SUBNET" "$CONTENT" "$TAKEN" || { host_unlock; START_WORDS="no address is free in $SUBNET"; return 1; }
  SLOT_IP=$IP
  write_file "$STATE/last-address" "$SLOT_IP"
  START_WORDS=$(slot_run)
  status=$?
  docker_words "$START_WORDS"
  START_WORDS=$WORDS
  host_unlock
  SECRET_VALUES=()
  SLOT_ID=$(docker inspect --type container --format '{{.Id}}|{{.State.Pid}}|{{.Image}}' "$SLOT_NAME" 2>/dev/null)
  IFS='|' read -r SLOT_ID SLOT_PID SLOT_IMAGE <<<"$SLOT_ID"
  return "$status"
}

# Docker does not start again by itself what was stopped, not even after a reboot, so the restart policy can stay for a way back.
slot_stop() {
  docker stop -t "${FIELD[stop_timeout]}" "$1" >/dev/null
}

slot_alive() {
  [ "${SLOT_PID:-0}" != 0 ] && [ -d "/proc/$SLOT_PID" ]
}
