# shellcheck shell=bash
# rollback: returns to an earlier verified release as it was made, from the container that was kept or from its stored order.

# Sets TARGET. Without a release asked for, it is what served before the one that the runner saw as live;
# where that one never was verified, it is the newest verified release.
target_choose() {
  TARGET=${FIELD[release]}
  [ -z "$TARGET" ] || return 0
  local from=$LIVE_RELEASE
  verified "${FIELD[base]}" && settled "$LIVE_RELEASE" && from=${FIELD[base]}
  settled "$from" || from=''
  history_before "$from"
  TARGET=$BEFORE
}

not_found() {
  history_names
  fail release-not-found "$1; there are: ${NAMES:-none}"
}

prepare() {
  docker_ready || fail docker-missing 'docker is not installed or its daemon does not start'
  survey
  target_choose
  [ -n "$TARGET" ] || not_found 'no release was verified before the one that serves'
  verified "$TARGET" || not_found "$TARGET is not known here"
  order_load "$TARGET" || not_found "the order of $TARGET is lost"
  RESULT[release]=$TARGET RESULT[manifest]=${FIELD[manifest]}
  image_here
  heal
}

record() {
  record_visit
  history_return "${FIELD[release]}"
}

settle_live() {
  docker update --restart unless-stopped "$SLOT_ID" >/dev/null
  record
  conclude unchanged
}

# The container as it was left, at its own address. Its image must be there: it is what the proof ends at.
# It starts while the proxy is looked at.
slot_rouse() {
  ROUSING=''
  slot_find "${FIELD[release]}" && [ "$FOUND_ID" != "$LIVE_ID" ] && [ -n "$WANTED_ID" ] && [ "$FOUND_IMAGE" = "$WANTED_ID" ] || return 0
  docker start "$FOUND_ID" >/dev/null &
  ROUSING=$! SLOT_ID=$FOUND_ID SLOT_IMAGE=$FOUND_IMAGE SLOT_IP=$FOUND_IP
}

# Fails when there is no kept container, or it does not come up as it did; one that is ill is not better when it is made anew.
slot_wake() {
  [ -n "$ROUSING" ] || return 1
  if wait "$ROUSING"; then
    [ "$FOUND_POLICY" != unless-stopped ] || RESTARTS=yes
    SLOT_PID=$(docker inspect --type container --format '{{.State.Pid}}' "$SLOT_ID")
    health_wait && return
    [ "$HEALTH_CAUSE" = exited ] || fail "$HEALTH_CAUSE" "$HEALTH_WORDS"
    printf 'the kept container ended with exit code %s\n' "${RESULT[exitCode]}"
    docker stop -t 1 "$SLOT_ID" >/dev/null
  fi
  printf 'the kept container does not start; it is made anew\n'
  SLOT_ID='' SLOT_PID=0 RESTARTS='' RESULT[exitCode]=null
  return 1
}

slot_make() {
  step secrets
  [ -z "${FIELD[login]-}${SECRETS[*]-}" ] || aws_ready || fail aws-cli-missing 'the AWS CLI is not installed, and could not be'
  secrets_read || fail "$SECRET_CAUSE" "$SECRET_WORDS"
  step pull
  [ -n "$WANTED_ID" ] || { login_begin "${FIELD[login]-}"; pull; }
  platform_fits
  network_begin
  network_end || fail network-failed 'no network could be made for the slots'
  step start
  slot_start || { RESULT[exitCode]=null; fail start-failed "$START_WORDS"; }
  step health
  health_wait || fail "$HEALTH_CAUSE" "$HEALTH_WORDS"
}

main() {
  script_begin
  rollback_valid || refuse_early bad-payload "field $BAD_FIELD is missing or malformed"
  begin
  step prepare
  prepare
  step unchanged
  already_live && settle_live
  slot_rouse
  step proxy
  proxy
  step wake
  slot_wake || slot_make
  serve
  watch_slot
  retire_live
  conclude rolled-back
}
