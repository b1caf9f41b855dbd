# shellcheck shell=bash
# deploy: takes one release of a service from its digest to serving traffic, or leaves everything as it was and says why.

prepare() {
  [ -z "${FIELD[login]-}${SECRETS[*]-}" ] || aws_ready || fail aws-cli-missing 'the AWS CLI is not installed, and could not be'
  image_here || login_begin "${FIELD[login]-}"
  network_begin
  docker_ready || fail docker-missing 'docker is not installed or its daemon does not start'
  network_end || fail network-failed 'no network could be made for the slots'
  survey
  heal
}

start() {
  slot_start && return
  RESULT[exitCode]=null
  fail start-failed "$START_WORDS"
}

record() {
  record_verified
}

settle_live() {
  if [ "$ACTIVE" = "${FIELD[release]}" ] && verified "${FIELD[release]}"; then
    RESULT[serving]=${FIELD[digest]} RESULT[servingRelease]=${FIELD[release]}
    finish unchanged
  fi
  docker update --restart unless-stopped "$SLOT_ID" >/dev/null
  record
  prune_plan "${FIELD[release]}" "${FIELD[keep]}"
  prune
  conclude deployed
}

release_slot() {
  step secrets
  secrets_read || fail "$SECRET_CAUSE" "$SECRET_WORDS"
  step pull
  [ -n "$WANTED_ID" ] || pull
  step platform
  platform_fits
  step proxy
  proxy
  step start
  start
  step health
  health_wait || fail "$HEALTH_CAUSE" "$HEALTH_WORDS"
  ! canary_wanted || canary_begin
  serve
}

# The slot of an attempt that was cut short has the traffic already.
resume() {
  server_in_place || proxy
  serves_wanted && return
  resume_drop
  return 1
}

main() {
  script_begin
  payload_valid || refuse_early bad-payload "field $BAD_FIELD is missing or malformed"
  RESULT[release]=${FIELD[release]}
  begin
  step prepare
  prepare
  step unchanged
  already_live && settle_live
  { [ -n "$RESUMED" ] && resume; } || release_slot
  watch_slot
  retire_live
  conclude deployed
}
