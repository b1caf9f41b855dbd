# shellcheck shell=bash
# status: what each service of this host serves now. Changes nothing.

service_status() {
  local service=$1 serving='' running=false healthy=false started='' names
  state_paths "$service"
  live_read "$service"
  visit_read
  if [ "$LIVE_STATE" = running ]; then
    running=true
    started=$(docker inspect --type container --format '{{.State.StartedAt}}' "$LIVE_ID")
    proxy_readback "${VISIT[@]:0:3}"
    if [ -n "$SERVED" ] && [ "$SERVED" = "$LIVE" ] && image_read "$LIVE_IMAGE" && image_has_digest "$LIVE_DIGEST"; then
      serving=$LIVE_DIGEST
      code_fits "$SERVED_CODE" "${VISIT[3]}" && healthy=true
    fi
  fi
  names=$(releases | sed 's/.*/"&"/' | paste -sd,)
  word "$started"
  printf '{"service":"%s","release":"%s","serving":"%s","running":%s,"healthy":%s,"startedAt":"%s","releases":[%s],"httpPort":%s}' \
    "$service" "$LIVE_RELEASE" "$serving" "$running" "$healthy" "$WORD" "$names" "${VISIT[0]}"
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
  root_environment
  payload_read
  exec 3>&1 </dev/null >/dev/null 2>&1
  trap publish_at_exit EXIT
  payload_check "($SERVICE_KEY)?" service || FIELD[service]=''
  containers_read || CONTAINERS=''
  version=$(docker version --format '{{.Server.Version}}')
  for service in $(services "${FIELD[service]-}"); do
    list+="${list:+,}$(service_status "$service")"
  done
  free=$(df --output=avail -B1 /var/lib/docker || df --output=avail -B1 /)
  word "$version"
  publish "{\"outcome\":\"status\",\"services\":[$list],\"docker\":\"$WORD\",\"diskFreeBytes\":${free//[!0-9]/}}"
}
