# shellcheck shell=bash
# What earlier runs and the world left behind is put right before anything else is done.

UNVERIFIED='' RESUMED=''

# slot_find RELEASE: sets FOUND and what docker knows of the service's running or stopped slot of a release.
slot_find() {
  local id name state pid service release digest image fixed address policy rest
  FOUND_ID=''
  while IFS='|' read -r id name state pid service release digest image fixed address policy rest; do
    [ "$service" = "${FIELD[service]}" ] && [ "$release" = "$1" ] && [ -n "$fixed" ] || continue
    FOUND_ID=$id FOUND_NAME=${name#/} FOUND_STATE=$state FOUND_PID=$pid FOUND_DIGEST=$digest FOUND_IMAGE=$image FOUND_IP=$fixed FOUND_POLICY=$policy
    [ "$state" != running ] || break
  done <<<"$CONTAINERS"
  [ -n "$FOUND_ID" ]
}

port_of() {
  PORT=''
  [ "$1" != "$ACTIVE" ] || PORT=${VISIT[4]-}
  [ -n "$PORT" ] || order_port "$1"
  PORT=${PORT:-${FIELD[port]-}}
}

# The verified slot that runs beside, or instead of, the one that the live file names: the active one, or else the newest.
way_back_find() {
  local index release candidates=("$ACTIVE")
  for ((index = ${#LINE[@]} - 1; index >= 0; index--)); do candidates+=("${LINE[index]}"); done
  for release in "${candidates[@]}"; do
    verified "$release" && [ "$release" != "$LIVE_RELEASE" ] && slot_find "$release" && [ "$FOUND_STATE" = running ] || continue
    port_of "$release"
    FOUND_RELEASE=$release
    [ -z "$PORT" ] || return 0
  done
  FOUND_ID=''
  return 1
}

live_found() {
  LIVE=${FOUND_ID:+$FOUND_IP:$PORT} LIVE_ID=$FOUND_ID
  if [ -z "$FOUND_ID" ]; then
    LIVE_NAME='' LIVE_STATE='' LIVE_PID=0 LIVE_RELEASE='' LIVE_DIGEST='' LIVE_IMAGE=''
    return
  fi
  LIVE_NAME=$FOUND_NAME LIVE_STATE=$FOUND_STATE LIVE_PID=$FOUND_PID LIVE_RELEASE=$FOUND_RELEASE LIVE_DIGEST=$FOUND_DIGEST LIVE_IMAGE=$FOUND_IMAGE
}

# The live file may be lost or damaged, or name a slot that had the traffic but was not verified yet when its run was killed.
# Such a slot is watched once more when its release is the wanted one (RESUMED). Otherwise the traffic returns to the
# verified slot, which runs as long as the new one is not verified; only where there is none, the unverified one stays.
live_recover() {
  if [ -n "$LIVE_ID" ] && settled "$LIVE_RELEASE"; then
    live_port
    return
  fi
  UNVERIFIED=$LIVE_RELEASE
  if [ -n "$LIVE_ID" ] && [ "$LIVE_RELEASE" = "${FIELD[release]}" ] && [ "$LIVE_STATE" = running ]; then
    RESUMED=yes SLOT_ID=$LIVE_ID SLOT_PID=$LIVE_PID SLOT_IMAGE=$LIVE_IMAGE SLOT_IP=${LIVE%:*}
    way_back_find
    live_found
  elif way_back_find; then
    printf 'the live file names %s; traffic goes to %s, which is verified and runs\n' "${LIVE_NAME:-nothing that is there}" "$FOUND_NAME"
    write_over "$LIVE_FILE" "$FOUND_IP:$PORT"
    live_found
  fi
}

# A truncated file may still name the right container.
live_port() {
  [ "$LIVE_RELEASE" = "$ACTIVE" ] && [ -n "${VISIT[4]-}" ] && [ "${LIVE##*:}" != "${VISIT[4]}" ] || return 0
  LIVE=${LIVE%%:*}:${VISIT[4]}
  printf 'the live file is damaged; it names %s again\n' "$LIVE"
  write_file "$LIVE_FILE" "$LIVE"
}

# The slot that was to be watched once more is no good: the traffic goes back, and the wanted release gets a new one.
resume_drop() {
  printf 'removing the slot of %s, which was cut short and does not serve\n' "${FIELD[release]}"
  [ -z "$LIVE_ID" ] || write_over "$LIVE_FILE" "$LIVE"
  docker rm -f -v "$SLOT_ID" >/dev/null
  SLOT_ID='' SLOT_PID=0
  containers_read
}

# Refuses to work on a state that the runner has not seen: another release was deployed since. `base` are those that it has seen on any host.
guard() {
  local commit
  case " ${FIELD[base]} " in ' * ' | *" $LIVE_RELEASE "*) return ;; esac
  [ -n "$LIVE_RELEASE" ] && [ "$LIVE_RELEASE" != "${FIELD[release]}" ] || return 0
  commit=$(docker inspect --type container --format '{{index .Config.Labels "docker-to-ec2.commit"}}' "$LIVE_ID")
  fail moved-on "$LIVE_RELEASE $commit"
}

# Removes what killed attempts left: slots that were never verified. A verified one that still runs was being drained, or was to be
# returned to.
slots_heal() {
  local id name state pid service release digest image fixed rest
  HEALED=''
  while IFS='|' read -r id name state pid service release digest image fixed rest; do
    [ "$service" = "$1" ] && [ "$id" != "$LIVE_ID" ] && [ "$id" != "$SLOT_ID" ] || continue
    if [ "$state" = running ] && { verified "$release" || [ "$release" = "$UNVERIFIED" ]; }; then
      printf 'stopping %s, left by an attempt that was cut short\n' "${name#/}"
      [ -z "$LIVE_ID" ] || drain "$fixed:[0-9]+" "${FIELD[drain_timeout]}"
      slot_stop "$id"
      HEALED=yes
    fi
    if ! verified "$release" || [ "$release" = "$LIVE_RELEASE" ]; then
      printf 'removing %s (%s), left by an attempt that was cut short\n' "${name#/}" "$state"
      docker rm -f -v "$id" >/dev/null
      HEALED=yes
    fi
  done <<<"$CONTAINERS"
  [ -z "$HEALED" ] || containers_read
}

# A rollback that was cut short after its cut-over is written down now.
history_heal() {
  [ -z "$RESUMED" ] && [ "$LIVE_RELEASE" != "$ACTIVE" ] && verified "$LIVE_RELEASE" || return 0
  history_return "$LIVE_RELEASE"
}

# What serves is to serve again before anything slow begins.
proxy_restore() {
  proxy_read
  [ -n "$LIVE_ID" ] && [ "$PROXY_STATE" != running ] || return 0
  read_file "$STATE/proxy/servers/${FIELD[service]}.json"
  server_valid "$CONTENT" || return 0
  printf 'the proxy does not run\n'
  proxy_with "$CONTENT" "${VISIT[0]}"
}
