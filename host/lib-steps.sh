# shellcheck shell=bash
# The steps that a deploy and a rollback have in common.

EARLIER_SERVER='' CUT_OVER='' RESTARTS=''

image_here() {
  if image_read "${FIELD[image]}"; then
    WANTED_ID=$IMAGE_ID WANTED_PLATFORM=$IMAGE_PLATFORM WANTED_DIGESTS=$IMAGE_DIGESTS
    return
  fi
  WANTED_ID=''
  return 1
}

# Sets what serves, what served, and how it is asked for.
survey() {
  read_file "$SERVICE_DIR/active"
  ACTIVE=$CONTENT
  visit_read
  history_read
  live_read "${FIELD[service]}"
}

heal() {
  canary_heal
  live_recover
  guard
  proxy_restore
  slots_heal "${FIELD[service]}"
  history_heal
  RESULT[previous]=$LIVE_RELEASE
  [ "$LIVE_RELEASE" != "${FIELD[release]}" ] || RESULT[previous]=${ACTIVE/#"${FIELD[release]}"/}
}

# The wanted release serves already; the proxy's configuration is put right if need be.
already_live() {
  [ "$LIVE_RELEASE" = "${FIELD[release]}" ] && [ "$LIVE_STATE" = running ] || return 1
  server_in_place || proxy
  SLOT_ID=$LIVE_ID SLOT_PID=$LIVE_PID SLOT_IMAGE=$LIVE_IMAGE SLOT_IP=${LIVE%:*}
  serves_wanted && return
  SLOT_ID=''
  return 1
}

server_in_place() {
  read_file "$STATE/proxy/servers/${FIELD[service]}.json"
  [ "$CONTENT" = "${FIELD[proxy_server]}" ] || return 1
  proxy_config "${FIELD[service]}" "${FIELD[proxy_server]}"
  read_file "$STATE/proxy/caddy.json"
  [ "$CONTENT" = "$CONFIG" ]
}

# The proof: through the proxy, from address to container to image to digest.
serves_wanted() {
  proxy_readback "${FIELD[http_port]}" "${FIELD[health_path]}" "${FIELD[health_host]-}"
  [ "$SERVED" = "$SLOT_IP:${FIELD[port]}" ] && code_fits "$SERVED_CODE" "${FIELD[health_codes]}" || return 1
  IMAGE_DIGESTS=$WANTED_DIGESTS
  [ "$SLOT_IMAGE" = "$WANTED_ID" ] || image_read "$SLOT_IMAGE" || return 1
  image_has_digest "${FIELD[digest]}"
}

verify() {
  local deadline
  now_ms
  deadline=$((NOW_MS + 3000))
  while :; do
    serves_wanted && return
    now_ms
    slot_alive && ((NOW_MS < deadline)) || break
    sleep 0.1
  done
  HEALTH_CAUSE=not-serving HEALTH_WORDS="the proxy answered ${SERVED_CODE} from ${SERVED:-nowhere} instead of $SLOT_IP:${FIELD[port]}"
  slot_alive || slot_exited
  return 1
}

pull() {
  local digests
  digests=$(cut -d'|' -f7 <<<"$CONTAINERS" | tr '\n' ' ')
  images_prune "$digests ${FIELD[digest]}"
  disk_make_room || fail out-of-disk "$PULL_WORDS"
  image_note "${FIELD[image]}"
  image_pull "${FIELD[image]}" "${FIELD[login]-}" || fail "$PULL_CAUSE" "$PULL_WORDS"
  image_here || fail pull-failed 'the image is not there after it was pulled'
}

platform_fits() {
  host_platform
  [ "$WANTED_PLATFORM" = "$PLATFORM" ] || fail wrong-platform "the image is for $WANTED_PLATFORM, the host is $PLATFORM"
}

# proxy_with SERVER PORT
# What was seen before the lock may be out of date: another service's deploy may just have made the proxy.
proxy_with() {
  host_lock || fail lock-held 'another deploy on this host holds the proxy'
  proxy_read
  proxy_answers || { containers_read && proxy_read; }
  if [ "$PROXY_STATE" != running ] && ! image_read "${FIELD[proxy_image]}"; then
    login_begin "${FIELD[proxy_login]-}"
    image_pull "${FIELD[proxy_image]}" "${FIELD[proxy_login]-}" || fail "$PULL_CAUSE" "the proxy's image: $PULL_WORDS"
  fi
  proxy_ensure "${FIELD[service]}" "$1" "$2" "${FIELD[proxy_image]}" || fail "$PROXY_CAUSE" "$PROXY_WORDS"
  host_unlock
}

proxy() {
  local earlier
  read_file "$STATE/proxy/servers/${FIELD[service]}.json"
  earlier=$CONTENT
  proxy_with "${FIELD[proxy_server]}" "${FIELD[http_port]}"
  [ -z "$LIVE_ID" ] || [ "$earlier" = "${FIELD[proxy_server]}" ] || ! server_valid "$earlier" || EARLIER_SERVER=$earlier
}

# The old release goes on under the server it had, a port of its own perhaps.
proxy_put_back() {
  host_lock
  proxy_config "${FIELD[service]}" "$EARLIER_SERVER"
  proxy_load && write_file "$STATE/proxy/servers/${FIELD[service]}.json" "$EARLIER_SERVER"
  host_unlock
}

cut_over() {
  [ -n "$RESTARTS" ] || docker update --restart unless-stopped "$SLOT_ID" >/dev/null || fail start-failed 'docker did not take the restart policy'
  bake_begin
  write_file "$LIVE_FILE" "$SLOT_IP:${FIELD[port]}" || fail out-of-disk 'the address of the new slot could not be written'
  CUT_OVER=yes
  [ -z "$CANARY_HELD" ] || canary_close
}

# The traffic first, everything else after.
switch_back() {
  if [ -n "$LIVE_ID" ]; then
    write_over "$LIVE_FILE" "$LIVE"
    RESULT[rolledBack]=true
  else
    rm -f "$LIVE_FILE"
  fi
  fail "$HEALTH_CAUSE" "$HEALTH_WORDS"
}

serve() {
  step cut-over
  cut_over
  step verify
  verify || switch_back
  now_ms
  RESULT[servedAfterMs]=$((NOW_MS - SCRIPT_BEGAN))
}

watch_slot() {
  [ "${FIELD[bake_time]}" != 0 ] || return 0
  CUT_OVER=yes
  step bake
  bake || switch_back
}

record_visit() {
  write_file "$SERVICE_DIR/visit" "${FIELD[http_port]}"$'\n'"${FIELD[health_path]}"$'\n'"${FIELD[health_host]-}"$'\n'"${FIELD[health_codes]}"$'\n'"${FIELD[port]}"
}

# A new release has served and was watched.
record_verified() {
  write_file "$SERVICE_DIR/releases/${FIELD[release]}.order" "$ORDER"
  write_file "$SERVICE_DIR/releases/${FIELD[release]}.json" "${FIELD[manifest]}"
  record_visit
  history_append "${FIELD[release]}"
}

# `active` is written last: a run that was cut short before it is taken up again by the next one.
# conclude OUTCOME
conclude() {
  write_file "$SERVICE_DIR/active" "${FIELD[release]}"
  RESULT[serving]=${FIELD[digest]} RESULT[servingRelease]=${FIELD[release]}
  finish "$1"
}

# Pruning runs beside the stop, unless it is about the very container that is being stopped.
retire_live() {
  if [ -n "$LIVE_ID" ]; then
    step drain
    drain "$LIVE" "${FIELD[drain_timeout]}"
    slot_alive || { slot_exited; switch_back; }
  fi
  step record
  record
  prune_plan "${FIELD[release]}" "${FIELD[keep]}"
  if [ -n "$LIVE_ID" ]; then
    step stop
    stop_beside_prune
  fi
  step prune
  [ -n "$PRUNED" ] || prune
}

stop_beside_prune() {
  local beside=''
  if [[ " ${GONE[*]-} " != *" $LIVE_ID "* ]]; then
    prune &
    beside=$! PRUNED=yes
  fi
  slot_stop "$LIVE_ID"
  [ -z "$beside" ] || wait "$beside"
}
