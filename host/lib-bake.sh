# shellcheck shell=bash
# The bake: the new slot has the traffic, the old one still runs, and the new one is watched.

ANSWERS=0 ERRORS=0 ANSWERS_BEFORE=0 ERRORS_BEFORE=0

# answers_count SERVER METRICS: sets ANSWERS and ERRORS (5xx) from the proxy's counters.
# Requests of the read-back pass the handler `headers` on their way, and do not count.
answers_count() {
  local line sign count
  ANSWERS=0 ERRORS=0
  while IFS= read -r line; do
    [[ $line == "caddy_http_request_duration_seconds_count{"*"server=\"$1\""* ]] || continue
    [[ $line =~ code=\"([0-9]+)\",handler=\"(headers|reverse_proxy)\".*\ ([0-9.e+]+)$ ]] || continue
    # From a million on it reads 1.000001e+06.
    printf -v count '%.0f' "${BASH_REMATCH[3]}"
    sign=1
    [ "${BASH_REMATCH[2]}" != headers ] || sign=-1
    ANSWERS=$((ANSWERS + sign * count))
    [[ ${BASH_REMATCH[1]} != 5* ]] || ERRORS=$((ERRORS + sign * count))
  done <<<"$2"
}

# The counters begin anew when the configuration is loaded, as by another service's deploy.
answers_read() {
  local metrics
  metrics=$(admin /metrics -f | grep '^caddy_http_request_duration_seconds_count{') || return 1
  answers_count "${FIELD[service]}" "$metrics"
  ((ANSWERS >= ANSWERS_BEFORE && ERRORS >= ERRORS_BEFORE)) || ANSWERS_BEFORE=0 ERRORS_BEFORE=0
}

bake_begin() {
  [ "${FIELD[bake_time]}" != 0 ] && answers_read || return 0
  ANSWERS_BEFORE=$ANSWERS ERRORS_BEFORE=$ERRORS
}

# millionths SHARE (decimal, like 0.1)
millionths() {
  local part=000000
  [[ $1 != *.* ]] || part=${1#*.}000000
  MILLIONTHS=$((10#${1%%.*} * 1000000 + 10#${part:0:6}))
}

# too_many ERRORS ANSWERS SHARE MINIMUM
too_many() {
  millionths "$3"
  (($2 > 0 && $2 >= $4 && $1 * 1000000 > $2 * MILLIONTHS))
}

bake_errors() {
  answers_read || return 1
  local answers=$((ANSWERS - ANSWERS_BEFORE)) errors=$((ERRORS - ERRORS_BEFORE))
  too_many "$errors" "$answers" "${FIELD[bake_max_error_share]}" "${FIELD[bake_min_requests]}" || return 1
  HEALTH_CAUSE=bake-errors HEALTH_WORDS="$errors of $answers answers were 5xx"
}

# Two failures in a row; a slot that ended is not one that is ill. A process that ended at this moment is told apart by the caller.
bake_probe() {
  RESULT[healthCode]=null
  if probe; then MISSES=0; else MISSES=$((MISSES + 1)); fi
  ((MISSES < 2)) && return
  slot_alive && health_verdict
  return 1
}

# Watches the new slot; fails with HEALTH_CAUSE and HEALTH_WORDS as soon as it goes bad.
bake() {
  local deadline probe_at=0
  now_ms
  deadline=$((NOW_MS + FIELD[bake_time] * 1000)) MISSES=0
  while slot_alive && ((NOW_MS < deadline)); do
    if ((NOW_MS >= probe_at)); then
      bake_probe || break
      ! bake_errors || return 1
      probe_at=$((NOW_MS + 500))
    fi
    sleep 0.1
    now_ms
  done
  slot_alive || { slot_exited; return 1; }
  ((MISSES < 2)) && ! bake_errors
}
