# shellcheck shell=bash
# canary: observes a canary, shifts its share, promotes it, or takes it back.

canary_valid() {
  payload_check '[A-Za-z0-9-]+' deploy_id canary &&
    payload_check "$SERVICE_KEY" service &&
    payload_check '[a-z0-9-]+' region &&
    payload_check '[0-9]{1,6}' lock_timeout &&
    payload_check 'observe|shift|promote|abort' action || return 1
  case ${FIELD[action]} in
    shift) payload_check '[1-9][0-9]?' share && payload_check '[0-9]{1,2}' step ;;
    abort) payload_check '[a-z-]+' cause ;;
  esac
}

# Another canary, or none: this one has ended.
canary_missing() {
  read_file "$SERVICE_DIR/canary.ended"
  RESULT[cause]=canary-ended RESULT[detail]='it is not there any more' RESULT[rolledBack]=true
  [ "${CONTENT%% *}" != "${FIELD[canary]}" ] || RESULT[detail]=${CONTENT#* }
  serving_read
  finish failed
}

# Takes up the canary as the deploy left it: its order, and its slot.
canary_take() {
  local state
  canary_read && [ "$CANARY_ID" = "${FIELD[canary]}" ] || canary_missing
  order_load "$CANARY_RELEASE" "$SERVICE_DIR/canary.order" || refuse_early bad-payload "the order of the canary is damaged: field ${BAD_FIELD-}"
  ORDER=$(<"$SERVICE_DIR/canary.order")
  CANARY_HELD=yes RESULT[release]=$CANARY_RELEASE SLOT_ID=$CANARY_SLOT SLOT_IP=${CANARY_ADDRESS%:*}
  read_file "$SERVICE_DIR/canary.server"
  EARLIER_SERVER=$CONTENT
  state=$(docker inspect --type container --format '{{.State.Pid}}|{{.Image}}' "$SLOT_ID" 2>/dev/null)
  SLOT_PID=${state%|*} SLOT_IMAGE=${state#*|}
}

# healthy, or what is wrong with it. Two probes, because one may meet a busy moment.
canary_health() {
  CANARY_HEALTH=healthy
  if slot_alive; then
    probe || { sleep 0.3; probe; } || CANARY_HEALTH=ill
  fi
  slot_alive || CANARY_HEALTH=ended
}

observe() {
  canary_renew
  canary_health
  canary_tell
  finish canary unkept
}

# A command that arrives again, late, must not take the share back to an earlier step's.
shift_share() {
  canary_renew
  if ((FIELD[step] > CANARY_STEP)); then
    CANARY_STEP=${FIELD[step]} CANARY_SHARE=${FIELD[share]}
    canary_write
    split_set "$CANARY_SHARE"
  fi
  canary_health
  canary_tell
  finish canary
}

take_back() {
  CUT_OVER=yes RESULT[rolledBack]=true
  split_set 0
  if ! slot_alive; then
    slot_exited
    FIELD[detail]+="${FIELD[detail]:+; }$HEALTH_WORDS"
  elif [ "${FIELD[cause]}" = canary-ill ]; then
    probe || health_verdict
    FIELD[detail]+="${FIELD[detail]:+; }$HEALTH_WORDS"
  fi
  fail "${FIELD[cause]}" "${FIELD[detail]}"
}

record() {
  record_verified
}

promote() {
  docker_ready || fail docker-missing 'the docker daemon does not answer'
  survey
  image_here
  RESULT[previous]=$LIVE_RELEASE
  if ! slot_alive; then
    FIELD[cause]=canary-died FIELD[detail]=''
    take_back
  fi
  serve
  watch_slot
  retire_live
  conclude deployed
}

main() {
  script_begin
  canary_valid || refuse_early bad-payload "field $BAD_FIELD is missing or malformed"
  state_paths "${FIELD[service]}"
  # Before the wait for the lock
  [ "${FIELD[action]}" = abort ] && canary_read && [ "$CANARY_ID" = "${FIELD[canary]}" ] && split_set 0
  begin
  step canary
  canary_take
  case ${FIELD[action]} in
    observe) observe ;;
    shift) shift_share ;;
    promote) promote ;;
    abort) take_back ;;
  esac
}
