# shellcheck shell=bash
# The dead-man's switch of a canary: a process of its own that ends the canary when nobody renewed its deadline.

# Neither the agent's kill of a process group nor the end of this script reaches it. It is made of the functions that are here, as a file:
# there is no other copy of them on the host.
switch_arm() {
  local file=$SERVICE_DIR/canary.sh
  {
    declare -p STATE RUN PROXY NETWORK SERVICE_KEY RELEASE &&
      printf 'declare -A FIELD=() RESULT=()\nOPTIONS=() ARGS=() SECRETS=() LOCK="" HOST_LOCK="" CONTAINERS=""\n' &&
      declare -f &&
      printf 'switch_watch %q %q\n' "${FIELD[service]}" "$CANARY_ID"
  } >"$file" || return 1
  if [ -d /run/systemd/system ]; then
    (let_go; systemd-run --quiet --collect --unit "docker-to-ec2-canary-$CANARY_ID" /bin/bash "$file") && return
  fi
  (let_go; exec setsid /bin/bash "$file" </dev/null >/dev/null 2>&1) &
}

# switch_watch SERVICE CANARY
switch_watch() {
  root_environment
  state_paths "$1"
  exec >>"$SERVICE_DIR/canary.log" 2>&1 </dev/null
  # Where the order is damaged
  FIELD[service]=$1 FIELD[drain_timeout]=30 FIELD[stop_timeout]=10
  while canary_read && [ "$CANARY_ID" = "$2" ]; do
    ! canary_overdue || ! switch_expire "$2" || return 0
    sleep 1
  done
}

# Who holds the lock may be about to renew the deadline, or to end the canary. One that holds it for long keeps the canary from its traffic no more.
switch_expire() {
  if ! lock_take 10 'the end of a canary'; then
    exec {LOCK}>&-
    ! canary_overdue || split_set 0
    return 1
  fi
  if canary_read && [ "$CANARY_ID" = "$1" ] && canary_overdue; then
    read_file "$SERVICE_DIR/canary.order"
    payload_decode "$CONTENT"
    canary_end 'nobody has attended to it any more'
    return
  fi
  exec {LOCK}>&-
  return 1
}
