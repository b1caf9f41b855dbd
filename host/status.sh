# shellcheck shell=bash
# status: what each service of this host serves now, what it can return to, and what is not as it should be. Changes nothing.

drifted() {
  local words
  word "${1%% *}"
  words=$WORD
  [[ $1 != *' '* ]] || { word "${1#* }"; words+=" $WORD"; }
  DRIFT+="${DRIFT:+,}\"$words\""
}

# kept_releases: sets RELEASES, newest first
kept_releases() {
  local index release digest container image active left
  RELEASES=''
  for ((index = ${#LINE[@]} - 1; index >= 0; index--)); do
    release=${LINE[index]} container=false image=false active=false left=false
    ! slot_find "$release" || container=true
    read_file "$SERVICE_DIR/releases/$release.json"
    digest=none
    [[ ! $CONTENT =~ \"digest\":\"(sha256:[0-9a-f]+)\" ]] || digest=${BASH_REMATCH[1]}
    [[ $'\n'$IMAGES$'\n' != *$'\n'"$digest"$'\n'* ]] || image=true
    [ "$release" != "$LIVE_RELEASE" ] || active=true
    [[ $LEFT != *" $release "* ]] || left=true
    RELEASES+="${RELEASES:+,}{\"release\":\"$release\",\"container\":$container,\"image\":$image,\"active\":$active,\"left\":$left}"
  done
}

# Sets CANARY to the canary that runs, "null" without one. One that nobody ends is a leftover.
canary_status() {
  canary_read || { CANARY_SLOT=''; return; }
  if canary_overdue || ! canary_running; then
    drifted "canary-left $CANARY_RELEASE"
  else
    CANARY="{\"release\":\"$CANARY_RELEASE\",\"share\":$CANARY_SHARE,\"since\":$CANARY_SINCE}"
  fi
}

# Whatever else runs, or was never verified, is left over from an attempt that was cut short.
drift_of_slots() {
  local id name state pid service release rest
  while IFS='|' read -r id name state pid service release rest; do
    [ "$service" = "$1" ] && [ "$id" != "$LIVE_ID" ] && [ "$id" != "$CANARY_SLOT" ] || continue
    [ "$state" = exited ] && verified "$release" || drifted "leftover ${name#/}"
  done <<<"$CONTAINERS"
}

drift_read() {
  DRIFT='' CANARY=null CANARY_SLOT=''
  [ ${#LINE[@]} -gt 0 ] || [ -n "$LIVE_ID" ] || return 0
  [ "$PROXY_STATE" = running ] || drifted "proxy-$PROXY_WORD"
  if [ -z "$LIVE" ]; then
    drifted live-file-missing
  elif [ "$LIVE_STATE" != running ]; then
    drifted "slot-not-running $LIVE_NAME"
  fi
  canary_status
  drift_of_slots "$1"
}

service_status() {
  local service=$1 serving='' running=false healthy=false started=''
  FIELD[service]=$service
  state_paths "$service"
  survey
  if [ "$LIVE_STATE" = running ]; then
    running=true
    started=$(docker inspect --type container --format '{{.State.StartedAt}}' "$LIVE_ID")
    if live_proven; then
      serving=$LIVE_DIGEST
      code_fits "$SERVED_CODE" "${VISIT[3]}" && healthy=true
    fi
  fi
  kept_releases
  drift_read "$service"
  word "$started"
  printf '{"service":"%s","release":"%s","serving":"%s","running":%s,"healthy":%s,"startedAt":"%s","releases":[%s],"httpPort":%s,"proxy":"%s","canary":%s,"drift":[%s]}' \
    "$service" "$LIVE_RELEASE" "$serving" "$running" "$healthy" "$WORD" "$RELEASES" "${VISIT[0]}" "$PROXY_WORD" "$CANARY" "$DRIFT"
}

services() {
  if [ -n "$1" ]; then
    [ ! -d "$STATE/services/$1" ] || printf '%s\n' "$1"
  elif [ -d "$STATE/services" ]; then
    ls "$STATE/services"
  fi
}

main() {
  local service list='' version='' free
  script_begin
  payload_check "($SERVICE_KEY)?" service || FIELD[service]=''
  containers_read || CONTAINERS=''
  proxy_read
  PROXY_WORD=${PROXY_STATE:-missing}
  [[ $PROXY_WORD == missing || $PROXY_WORD == running ]] || PROXY_WORD=stopped
  IMAGES=$(docker image ls --digests --format '{{.Digest}}')
  version=$(docker version --format '{{.Server.Version}}')
  for service in $(services "${FIELD[service]-}"); do
    list+="${list:+,}$(service_status "$service")"
  done
  free=$(df --output=avail -B1 /var/lib/docker || df --output=avail -B1 /)
  word "$version"
  publish "{\"outcome\":\"status\",\"services\":[$list],\"docker\":\"$WORD\",\"diskFreeBytes\":${free//[!0-9]/}}"
}
