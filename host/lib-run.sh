# shellcheck shell=bash
# How a run begins and ends: the lock, an order that was carried out already, success, failure, and what serves then.

# begin: the lock, the folders, and an order that was carried out already
begin() {
  state_paths "${FIELD[service]}"
  step lock
  holder_name
  lock_take "${FIELD[lock_timeout]}" "$HOLDER_NAME" || refuse_early lock-held "another deploy of ${FIELD[service]} holds the lock: $(<"$SERVICE_DIR/lock")"
  state_open "${FIELD[service]}"
  replay
  LOG=$SERVICE_DIR/last.log
  exec >"$LOG" 2>&1
  work_open
}

# The address of the run, which whoever waits for the lock can open; a rollback sends none.
holder_name() {
  HOLDER_NAME=${FIELD[deploy_id]}
  [[ ! ${FIELD[manifest]-} =~ \"runUrl\":\"([^\"]+)\" ]] || HOLDER_NAME=${BASH_REMATCH[1]}
}

# finish OUTCOME [unkept]: one that is not kept is carried out anew when it arrives again
finish() {
  local json
  RESULT[outcome]=$1
  step_end
  json=$(result_json)
  [ -n "${2-}" ] || keep_result "$json"
  rm -rf "$WORK"
  publish "$json"
  [ "$1" = failed ] && exit 1
  exit 0
}

keep_result() {
  local results
  write_file "$SERVICE_DIR/results/${FIELD[deploy_id]}.json" "$1"
  results=("$SERVICE_DIR"/results/*)
  [ ${#results[@]} -le 20 ] || (cd "$SERVICE_DIR/results" && ls -t | tail -n +11 | xargs -r rm -rf --)
}

# What is there now, whatever happened before: asked of the proxy, then of docker.
serving_read() {
  RESULT[serving]='' RESULT[servingRelease]=''
  containers_read && live_read "${FIELD[service]}"
  [ -n "$LIVE_ID" ] || return 0
  visit_read
  live_proven || return 0
  RESULT[serving]=$LIVE_DIGEST RESULT[servingRelease]=$LIVE_RELEASE
}

# The proof for what serves now: through the proxy, from address to container to image to digest.
live_proven() {
  proxy_readback "${VISIT[@]:0:3}"
  [ -n "$SERVED" ] && [ "$SERVED" = "$LIVE" ] && image_read "$LIVE_IMAGE" && image_has_digest "$LIVE_DIGEST"
}

# fail CAUSE WORDS: evidence first, then the new slot goes; the old one was never touched. A canary loses the traffic at once, and is
# closed last: whoever finds it after a kill in between ends the work.
fail() {
  RESULT[cause]=$1 RESULT[detail]=$2
  printf 'failed: %s: %s\n' "$1" "$2"
  [ -z "$CANARY_HELD" ] || split_set 0
  step evidence
  evidence
  [ -z "$SLOT_ID" ] || slot_discard
  [ -z "$EARLIER_SERVER" ] || proxy_put_back
  [ -z "$CANARY_HELD" ] || canary_close
  serving_read
  finish failed
}

# One that had the traffic may have requests in flight, which it might answer well.
slot_discard() {
  if [ -n "$CUT_OVER" ] && slot_alive; then
    drain "$SLOT_IP:[0-9]+" "${FIELD[drain_timeout]}"
    slot_stop "$SLOT_ID"
  fi
  docker rm -f -v "$SLOT_ID" >/dev/null 2>&1
}

refuse_early() {
  RESULT[cause]=$1 RESULT[detail]=$2
  step_end
  publish "$(RESULT[outcome]=failed; result_json)"
  exit 1
}

replay() {
  local -r end='"replayed":false}'
  read_file "$SERVICE_DIR/results/${FIELD[deploy_id]}.json"
  [[ $CONTENT == '{"outcome":"'*"$end" ]] || return 0
  LOG=/dev/null
  publish "${CONTENT%"$end"}\"replayed\":true}"
  [[ $CONTENT == '{"outcome":"failed"'* ]] && exit 1
  exit 0
}
