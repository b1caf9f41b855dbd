# shellcheck shell=bash
# Is the new slot healthy, and if not, why: every failure gets one named cause.

HEALTH_CAUSE='' HEALTH_WORDS=''

# milliseconds SECONDS (may be decimal)
milliseconds() {
  local whole=${1%%.*} part=000
  [[ $1 != *.* ]] || part=${1#*.}000
  MILLISECONDS=$((10#${whole:-0} * 1000 + 10#${part:0:3}))
}

# code_fits CODE "200-399" or "200,204,300-399"
code_fits() {
  local range ranges
  IFS=, read -ra ranges <<<"$2"
  for range in "${ranges[@]}"; do
    ((10#$1 >= 10#${range%-*} && 10#$1 <= 10#${range#*-})) && return
  done
  return 1
}

# One request, straight to the slot: redirects are answers too. Sets PROBE_CODE (0 without an answer).
probe() {
  local host=()
  [ -z "${FIELD[health_host]-}" ] || host=(-H "Host: ${FIELD[health_host]}")
  PROBE_CODE=$(curl -s --globoff --max-time 5 --limit-rate 2M --noproxy '*' -o "$WORK/body" -w '%{http_code}' ${host[@]+"${host[@]}"} "http://$SLOT_IP:${FIELD[port]}${FIELD[health_path]}")
  PROBE_CODE=$((10#${PROBE_CODE:-0}))
  [ "$PROBE_CODE" = 0 ] || RESULT[healthCode]=$PROBE_CODE
  code_fits "$PROBE_CODE" "${FIELD[health_codes]}"
}

# Probes from quickly at first to the interval asked for. Sets HEALTH_CAUSE and HEALTH_WORDS when the slot does not become healthy.
health_wait() {
  local deadline delay=30 limit
  milliseconds "${FIELD[health_timeout]}"
  now_ms
  deadline=$((NOW_MS + MILLISECONDS))
  milliseconds "${FIELD[health_interval]}"
  limit=$((MILLISECONDS > 30 ? MILLISECONDS : 30))
  while slot_alive; do
    probe && return
    now_ms
    ((NOW_MS < deadline)) || { health_verdict; return 1; }
    ((delay < deadline - NOW_MS)) || delay=$((deadline - NOW_MS > 0 ? deadline - NOW_MS : 1))
    sleep "$((delay / 1000)).$(printf %03d $((delay % 1000)))"
    delay=$((delay * 3 / 2 < limit ? delay * 3 / 2 : limit))
  done
  slot_exited
  return 1
}

# The process is gone; docker may need a moment to notice, and may have started another one already.
slot_exited() {
  local try state='' running code killed restarts
  for ((try = 0; try < 40; try++)); do
    state=$(docker inspect --type container --format '{{.State.Running}}|{{.State.ExitCode}}|{{.State.OOMKilled}}|{{.RestartCount}}' "$SLOT_ID" 2>/dev/null)
    [[ $state == true*'|0' ]] || break
    sleep 0.05
  done
  IFS='|' read -r running code killed restarts <<<"$state"
  [ "$running" = false ] || slot_deaths
  RESULT[exitCode]=${code:-null}
  HEALTH_CAUSE=exited HEALTH_WORDS="the container ended with exit code ${code:-unknown}"
  [ "$killed" != true ] || HEALTH_CAUSE=out-of-memory HEALTH_WORDS='the container was killed for using more memory than it may'
}

# One that docker has started again says nothing of its end; docker's journal does.
slot_deaths() {
  local events
  events=$(timeout 5 docker events --since "$((SCRIPT_BEGAN / 1000))" --until "$((${EPOCHREALTIME%[!0-9]*} + 1))" \
    --filter "container=$SLOT_ID" --filter event=die --filter event=oom --format '{{.Action}} {{.Actor.Attributes.exitCode}}')
  code='' killed=false
  [[ $events != *oom* ]] || killed=true
  [[ ! $events =~ die\ ([0-9]+) ]] || code=${BASH_REMATCH[1]}
}

# listening FILE...: sets PORTS and LOOPBACK_PORTS (comma-separated) from the kernel's tables; docker's own resolver on 127.0.0.11 left out.
listening() {
  local number address state rest port
  PORTS='' LOOPBACK_PORTS=''
  while read -r number address rest state rest; do
    [ "$state" = 0A ] || continue
    port=$((16#${address##*:}))
    case ${address%:*} in
      0B00007F) continue ;;
      0100007F | 00000000000000000000000001000000) [[ ,$LOOPBACK_PORTS, == *",$port,"* ]] || LOOPBACK_PORTS+="${LOOPBACK_PORTS:+,}$port" ;;
      *) [[ ,$PORTS, == *",$port,"* ]] || PORTS+="${PORTS:+,}$port" ;;
    esac
  done < <(cat "$@" 2>/dev/null)
}

slot_listening() {
  listening "/proc/$SLOT_PID/net/tcp" "/proc/$SLOT_PID/net/tcp6"
  RESULT[ports]=$PORTS
}

health_verdict() {
  slot_listening
  local asked="port ${FIELD[port]} at ${FIELD[health_path]}"
  if [ "${RESULT[healthCode]}" != null ]; then
    HEALTH_CAUSE=health-status HEALTH_WORDS="answered ${RESULT[healthCode]} on $asked, wanted ${FIELD[health_codes]}"
  elif [[ ,$PORTS, == *",${FIELD[port]},"* ]]; then
    HEALTH_CAUSE=health-silent HEALTH_WORDS="accepts connections but gave no answer on $asked"
  elif [[ ,$LOOPBACK_PORTS, == *",${FIELD[port]},"* ]]; then
    HEALTH_CAUSE=port-not-listening HEALTH_WORDS="port ${FIELD[port]} listens on the container's loopback address only; listen on 0.0.0.0"
  else
    HEALTH_CAUSE=port-not-listening HEALTH_WORDS="nothing listens on port ${FIELD[port]}; listening: ${PORTS:-none}"
  fi
}

# Before anything is removed. A log of any length costs no more than its end.
evidence() {
  RESULT[host]=$(df -h -x overlay -x tmpfs -x devtmpfs 2>/dev/null | head -6; free -m 2>/dev/null | head -2)
  [ -n "$SLOT_ID" ] || return 0
  RESULT[logs]=$(timeout 5 docker logs --tail 100 "$SLOT_ID" 2>&1 | tail -c 6144 | tr -d '\0')
  RESULT[health]=$(head -c 1024 "$WORK/body" 2>/dev/null | tr -d '\0')
}
