# shellcheck shell=bash
# deploy: takes one release of a service from its digest to serving traffic, or leaves everything as it was and says why.

EARLIER_SERVER=''

finish() {
  local json
  RESULT[outcome]=$1
  step_end
  json=$(result_json)
  write_file "$SERVICE_DIR/results/${FIELD[deploy_id]}.json" "$json"
  (cd "$SERVICE_DIR/results" && ls -t | tail -n +11 | xargs -r rm -f --)
  rm -rf "$WORK"
  publish "$json"
  [ "$1" = failed ] && exit 1
  exit 0
}

# What is there now, whatever happened before: asked of the proxy, then of docker.
serving_read() {
  RESULT[serving]='' RESULT[servingRelease]=''
  containers_read && live_read "${FIELD[service]}"
  [ -n "$LIVE_ID" ] || return 0
  visit_read
  proxy_readback "${VISIT[@]:0:3}"
  [ -n "$SERVED" ] && [ "$SERVED" = "$LIVE" ] && image_of_live || return 0
  RESULT[serving]=$LIVE_DIGEST RESULT[servingRelease]=$LIVE_RELEASE
}

image_of_live() {
  image_read "$LIVE_IMAGE" && image_has_digest "$LIVE_DIGEST"
}

# fail CAUSE WORDS: evidence first, then the new slot goes; the old one was never touched.
fail() {
  RESULT[cause]=$1 RESULT[detail]=$2
  printf 'failed: %s: %s\n' "$1" "$2"
  step evidence
  evidence
  [ -z "$SLOT_ID" ] || docker rm -f -v "$SLOT_ID" >/dev/null 2>&1
  [ -z "$EARLIER_SERVER" ] || proxy_put_back
  serving_read
  finish failed
}

refuse_early() {
  RESULT[cause]=$1 RESULT[detail]=$2
  step_end
  publish "$(RESULT[outcome]=failed; result_json)"
  exit 1
}

replay() {
  read_file "$SERVICE_DIR/results/${FIELD[deploy_id]}.json"
  [ -n "$CONTENT" ] || return 0
  LOG=/dev/null
  publish "${CONTENT%'"replayed":false}'}\"replayed\":true}"
  [[ $CONTENT == '{"outcome":"failed"'* ]] && exit 1
  exit 0
}

image_here() {
  if image_read "${FIELD[image]}"; then
    WANTED_ID=$IMAGE_ID WANTED_PLATFORM=$IMAGE_PLATFORM WANTED_DIGESTS=$IMAGE_DIGESTS
    return
  fi
  WANTED_ID=''
  return 1
}

prepare() {
  [ -z "${FIELD[login]-}${SECRETS[*]-}" ] || aws_ready || fail aws-cli-missing 'the AWS CLI is not installed, and could not be'
  image_here || login_begin "${FIELD[login]-}"
  network_begin
  docker_ready || fail docker-missing 'docker is not installed or its daemon does not start'
  network_end || fail network-failed 'no network could be made for the slots'
  live_read "${FIELD[service]}"
  slots_heal "${FIELD[service]}"
  [ -z "$HEALED" ] || containers_read
  read_file "$SERVICE_DIR/active"
  RESULT[previous]=$LIVE_RELEASE
  [ "$LIVE_RELEASE" != "${FIELD[release]}" ] || RESULT[previous]=${CONTENT/#"${FIELD[release]}"/}
}

# The wanted release serves already, with the server that is asked for.
already_live() {
  [ "$LIVE_RELEASE" = "${FIELD[release]}" ] && [ "$LIVE_STATE" = running ] || return 1
  read_file "$STATE/proxy/servers/${FIELD[service]}.json"
  [ "$CONTENT" = "${FIELD[proxy_server]}" ] || return 1
  SLOT_ID=$LIVE_ID SLOT_PID=$LIVE_PID SLOT_IMAGE=$LIVE_IMAGE SLOT_IP=${LIVE%:*}
  serves_wanted && return
  SLOT_ID=''
  return 1
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
  NOT_SERVING="the proxy answered ${SERVED_CODE} from ${SERVED:-nowhere} instead of $SLOT_IP:${FIELD[port]}"
  return 1
}

pull() {
  local digests
  digests=$(cut -d'|' -f7 <<<"$CONTAINERS" | tr '\n' ' ')
  images_prune "$digests ${FIELD[digest]}"
  image_note "${FIELD[image]}"
  image_pull "${FIELD[image]}" "${FIELD[login]-}" || fail "$PULL_CAUSE" "$PULL_WORDS"
  image_here || fail pull-failed 'the image is not there after it was pulled'
}

platform_fits() {
  host_platform
  [ "$WANTED_PLATFORM" = "$PLATFORM" ] || fail wrong-platform "the image is for $WANTED_PLATFORM, the host is $PLATFORM"
}

# What was seen before the lock may be out of date: another service's deploy may just have made the proxy.
proxy() {
  host_lock || fail lock-held 'another deploy on this host holds the proxy'
  proxy_read
  proxy_answers || { containers_read && proxy_read; }
  if [ "$PROXY_STATE" != running ] && ! image_read "${FIELD[proxy_image]}"; then
    login_begin "${FIELD[proxy_login]-}"
    image_pull "${FIELD[proxy_image]}" "${FIELD[proxy_login]-}" || fail "$PULL_CAUSE" "the proxy's image: $PULL_WORDS"
  fi
  read_file "$STATE/proxy/servers/${FIELD[service]}.json"
  local earlier=$CONTENT
  proxy_ensure "${FIELD[service]}" "${FIELD[proxy_server]}" "${FIELD[http_port]}" "${FIELD[proxy_image]}" || fail "$PROXY_CAUSE" "$PROXY_WORDS"
  [ -z "$LIVE_ID" ] || [ "$earlier" = "${FIELD[proxy_server]}" ] || EARLIER_SERVER=$earlier
  host_unlock
}

# The old release goes on under the server it had, a port of its own perhaps.
proxy_put_back() {
  host_lock
  proxy_config "${FIELD[service]}" "$EARLIER_SERVER"
  proxy_load && write_file "$STATE/proxy/servers/${FIELD[service]}.json" "$EARLIER_SERVER"
  host_unlock
}

start() {
  slot_start && return
  RESULT[exitCode]=null
  fail start-failed "$START_WORDS"
}

cut_over() {
  docker update --restart unless-stopped "$SLOT_ID" >/dev/null || fail start-failed 'docker did not take the restart policy'
  write_file "$LIVE_FILE" "$SLOT_IP:${FIELD[port]}" || fail out-of-disk 'the address of the new slot could not be written'
}

switch_back() {
  if [ -n "$LIVE_ID" ]; then write_file "$LIVE_FILE" "$LIVE"; else rm -f "$LIVE_FILE"; fi
  slot_alive || slot_exited
  fail not-serving "$1"
}

record() {
  write_file "$SERVICE_DIR/releases/${FIELD[release]}.json" "${FIELD[manifest]}"
  write_file "$SERVICE_DIR/visit" "${FIELD[http_port]}"$'\n'"${FIELD[health_path]}"$'\n'"${FIELD[health_host]-}"$'\n'"${FIELD[health_codes]}"
}

# `active` is written last: a run that was cut short before it is taken up again by the next one.
finish_deployed() {
  write_file "$SERVICE_DIR/active" "${FIELD[release]}"
  RESULT[serving]=${FIELD[digest]} RESULT[servingRelease]=${FIELD[release]}
  finish deployed
}

settle_live() {
  read_file "$SERVICE_DIR/active"
  if [ "$CONTENT" = "${FIELD[release]}" ] && verified "${FIELD[release]}"; then
    RESULT[serving]=${FIELD[digest]} RESULT[servingRelease]=${FIELD[release]}
    finish unchanged
  fi
  docker update --restart unless-stopped "$SLOT_ID" >/dev/null
  record
  prune_plan
  prune
  finish_deployed
}

release_slot() {
  step start
  start
  step health
  health_wait || fail "$HEALTH_CAUSE" "$HEALTH_WORDS"
  step cut-over
  cut_over
  step verify
  verify || switch_back "$NOT_SERVING"
}

# Pruning runs beside the stop, unless it is about the very container that is being stopped.
retire_live() {
  prune_plan
  if [ -n "$LIVE_ID" ]; then
    step drain
    drain "$LIVE" "${FIELD[drain_timeout]}"
    slot_alive || switch_back 'the new slot ended right after it was given the traffic'
  fi
  step record
  record
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

main() {
  root_environment
  payload_read
  exec 3>&1 </dev/null >/dev/null 2>&1
  trap publish_at_exit EXIT
  payload_valid || refuse_early bad-payload "field $BAD_FIELD is missing or malformed"
  RESULT[release]=${FIELD[release]}
  state_paths "${FIELD[service]}"
  step lock
  lock_take "${FIELD[lock_timeout]}" "${FIELD[deploy_id]}" || refuse_early lock-held "another deploy of ${FIELD[service]} holds the lock: $(<"$SERVICE_DIR/lock")"
  state_open "${FIELD[service]}"
  replay
  LOG=$SERVICE_DIR/last.log
  exec >"$LOG" 2>&1
  work_open
  step prepare
  prepare
  step unchanged
  already_live && settle_live
  step secrets
  secrets_read || fail "$SECRET_CAUSE" "$SECRET_WORDS"
  step pull
  [ -n "$WANTED_ID" ] || pull
  step platform
  platform_fits
  step proxy
  proxy
  release_slot
  retire_live
  finish_deployed
}
