# shellcheck shell=bash
# The canary: a slot that gets a share of the traffic beside the live one, until it is promoted or taken back.
# What runs is written in `canary`, one line: ID RELEASE CONTAINER ADDRESS STEP SHARE SINCE. Its order, its deadline, and the server
# that the proxy had before lie beside it.

CANARY_ID='' CANARY_HELD='' CANARY_ADDRESS='' SLOT_IMAGE=''

# Fails when there is none. SINCE is seconds since the epoch; the deadline is in seconds since the host was started, which no clock moves.
canary_read() {
  read_file "$SERVICE_DIR/canary"
  CANARY_ID=''
  [[ $CONTENT =~ ^([A-Za-z0-9-]+)\ ([A-Za-z0-9.-]+)\ ([0-9a-f]+)\ ([0-9.]+:[0-9]+)\ ([0-9]+)\ ([0-9]+)\ ([0-9]+)$ ]] || return 1
  CANARY_ID=${BASH_REMATCH[1]} CANARY_RELEASE=${BASH_REMATCH[2]} CANARY_SLOT=${BASH_REMATCH[3]} CANARY_ADDRESS=${BASH_REMATCH[4]}
  CANARY_STEP=${BASH_REMATCH[5]} CANARY_SHARE=${BASH_REMATCH[6]} CANARY_SINCE=${BASH_REMATCH[7]}
}

canary_write() {
  write_file "$SERVICE_DIR/canary" "$CANARY_ID $CANARY_RELEASE $CANARY_SLOT $CANARY_ADDRESS $CANARY_STEP $CANARY_SHARE $CANARY_SINCE"
}

# split_set SHARE (percent): a threshold that the proxy compares with a random number in hexadecimal
split_set() {
  local threshold=0
  [ "$1" = 0 ] || printf -v threshold '%08x' $(($1 * 4294967296 / 100))
  write_file "$SPLIT_FILE" "$threshold" && return
  # The disk is full. Without the file nobody is drawn, either.
  [ "$1" = 0 ] && rm -f "$SPLIT_FILE"
}

uptime_read() {
  read -r UPTIME _ </proc/uptime
  UPTIME=${UPTIME%.*}
}

canary_renew() {
  uptime_read
  write_file "$SERVICE_DIR/canary.deadline" $((UPTIME + FIELD[canary_lease]))
}

# A deadline of before a reboot may lie ahead; then the container does not run any more.
canary_overdue() {
  uptime_read
  read_file "$SERVICE_DIR/canary.deadline"
  [[ ! $CONTENT =~ ^[0-9]{1,15}$ ]] || ((UPTIME >= CONTENT))
}

canary_running() {
  [ "$(docker inspect --type container --format '{{.State.Running}}' "$CANARY_SLOT" 2>/dev/null)" = true ]
}

# The traffic first.
canary_close() {
  split_set 0
  rm -f "$SERVICE_DIR/canary" "$SERVICE_DIR/canary.deadline" "$SERVICE_DIR/canary.order" "$SERVICE_DIR/canary.server" "$SERVICE_DIR/canary.sh"
  CANARY_ID='' CANARY_HELD=''
}

# canary_end WORDS: ends a canary that nobody attends to. One that was given the whole traffic meanwhile is not a canary any more.
canary_end() {
  split_set 0
  printf 'ending the canary of %s: %s\n' "$CANARY_RELEASE" "$1"
  printf '%s %s' "$CANARY_ID" "$1" >"$SERVICE_DIR/canary.ended"
  read_file "$LIVE_FILE"
  if [ "$CONTENT" != "$CANARY_ADDRESS" ]; then
    drain "$CANARY_ADDRESS" "${FIELD[drain_timeout]:-30}"
    slot_stop "$CANARY_SLOT" 2>/dev/null
    docker rm -f -v "$CANARY_SLOT" >/dev/null 2>&1
    read_file "$SERVICE_DIR/canary.server"
    EARLIER_SERVER=$CONTENT
    [ -z "$EARLIER_SERVER" ] || proxy_put_back
    EARLIER_SERVER=''
  fi
  canary_close
}

# A run without the lease knows of no other that is at work; the one whose canary this is may be.
canary_heal() {
  if ! canary_read; then
    read_file "$SPLIT_FILE"
    [ "$CONTENT" = 0 ] || split_set 0
    return
  fi
  [ -n "${FIELD[leased]}" ] || canary_overdue || ! canary_running || fail moved-on "$LIVE_RELEASE"
  canary_end 'it was left by a run that was cut short'
  containers_read
}

# Whether this deploy begins with a share of the traffic.
canary_wanted() {
  [ -n "${FIELD[canary_share]}" ] || return 1
  [ "$LIVE_STATE" = running ] && return
  printf 'no canary: no release serves that it could be compared with\n'
  return 1
}

# The new slot is healthy, and gets its first share when the proxy was seen to reach it. Whatever ends this script from here on, the host ends the canary.
canary_begin() {
  step canary
  CANARY_ID=${FIELD[deploy_id]} CANARY_RELEASE=${FIELD[release]} CANARY_SLOT=$SLOT_ID CANARY_ADDRESS=$SLOT_IP:${FIELD[port]}
  CANARY_STEP=0 CANARY_SHARE=${FIELD[canary_share]} CANARY_HELD=yes
  printf -v CANARY_SINCE '%(%s)T' -1
  write_file "$STATE/proxy/state/${FIELD[service]}.canary" "$CANARY_ADDRESS" &&
    write_file "$SERVICE_DIR/canary.order" "$ORDER" || fail out-of-disk 'the address of the canary could not be written'
  rm -f "$SERVICE_DIR/canary.server"
  [ -z "$EARLIER_SERVER" ] || write_file "$SERVICE_DIR/canary.server" "$EARLIER_SERVER"
  canary_renew
  canary_write && switch_arm || fail out-of-disk 'the canary could not be written down'
  CUT_OVER=yes
  # Who asks for the canary gets it, and nobody is drawn.
  write_file "$SPLIT_FILE" 00000000
  canary_wait || fail not-serving "the proxy answered from ${SERVED:-nowhere} instead of $WANTED_FROM"
  split_set "$CANARY_SHARE"
  RESULT[serving]=$LIVE_DIGEST RESULT[servingRelease]=$LIVE_RELEASE
  canary_tell
  finish canary
}

# The proxy remembers for some seconds that an earlier canary refused connections.
canary_wait() {
  local deadline
  now_ms
  deadline=$((NOW_MS + 6000))
  while slot_alive; do
    canary_proven && return
    now_ms
    ((NOW_MS < deadline)) || break
    sleep 0.2
  done
  return 1
}

# Both tracks answer as they should: the canary to whom asks for it, the live slot to the others.
canary_proven() {
  WANTED_FROM=$CANARY_ADDRESS
  proxy_readback "${FIELD[http_port]}" "${FIELD[health_path]}" "${FIELD[health_host]-}" "${FIELD[canary_header]}: always"
  [ "$SERVED" = "$WANTED_FROM" ] && code_fits "$SERVED_CODE" "${FIELD[health_codes]}" || return 1
  WANTED_FROM=$LIVE
  proxy_readback "${FIELD[http_port]}" "${FIELD[health_path]}" "${FIELD[health_host]-}"
  [ "$SERVED" = "$WANTED_FROM" ]
}

# counters SERVICE < METRICS: what both tracks answered, by the handler that the requests passed first (see src/domain/remote/proxy.ts): requests,
# 5xx, microseconds, and how many took no longer than each bound. Read-backs are taken off the live slot's; upgraded connections are no answers.
counters() {
  awk -v server="$1" '
    $1 == "caddy_config_last_reload_success_timestamp_seconds" || $1 == "process_start_time_seconds" { epoch = epoch "/" $2 }
    !/^caddy_http_request_duration_seconds_(bucket|sum|count)\{/ { next }
    {
      split($0, part, "\"")
      if (part[8] != server || part[2] == "101") next
      track = part[4] == "log_append" ? "canary" : part[4] == "headers" || part[4] == "reverse_proxy" ? "live" : ""
      if (track == "") next
      value = part[4] == "headers" ? -$NF : $NF
      if ($0 ~ /^[a-z_]+_sum/) seconds[track] += value
      else if ($0 ~ /^[a-z_]+_count/) {
        total[track] += value
        if (part[2] ~ /^5/) errors[track] += value
      } else if (part[10] ~ /^[0-9.e-]+$/) {
        if (!(part[10] in known)) { known[part[10]] = 1; bound[++bounds] = part[10] }
        bucket[track, part[10]] += value
      }
    }
    function tell(track,    text, i) {
      for (i = 1; i <= bounds; i++) text = text (i > 1 ? "," : "") sprintf("%.0f", bucket[track, bound[i]])
      return sprintf("{\"total\":%.0f,\"errors\":%.0f,\"micros\":%.0f,\"buckets\":[%s]}", total[track], errors[track], seconds[track] * 1e6, text)
    }
    END {
      for (i = 1; i <= bounds; i++) list = list (i > 1 ? "," : "") bound[i]
      printf "{\"epoch\":\"%s\",\"bounds\":[%s],\"live\":%s,\"canary\":%s}", epoch, list, tell("live"), tell("canary")
    }'
}

# Sets RESULT[canary]: the share, whether the slot lives, and the counters ("null" when the proxy cannot be asked).
canary_tell() {
  local counted
  counted=$(admin /metrics -f | counters "${FIELD[service]}") || counted=null
  RESULT[canary]="{\"share\":$CANARY_SHARE,\"step\":$CANARY_STEP,\"health\":\"${CANARY_HEALTH:-healthy}\",\"counters\":$counted}"
}
