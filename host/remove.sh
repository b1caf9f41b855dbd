# shellcheck shell=bash
# remove: takes a service off this host, and with the last one the proxy and the network. Can be repeated.

removed() {
  printf 'removed %s\n' "$1"
  REMOVED+="${REMOVED:+,}\"$1\""
}

remove_server() {
  if [ -e "$STATE/proxy/servers/$1.json" ]; then
    proxy_config "$1" ''
    proxy_load || write_file "$STATE/proxy/caddy.json" "$CONFIG"
    rm -f "$STATE/proxy/servers/$1.json"
    removed "server $1"
  fi
  rm -f "$STATE/proxy/state/$1".{live,split,canary}
}

remove_containers() {
  local id name state pid service rest ids=() names=()
  while IFS='|' read -r id name state pid service rest; do
    [ "$service" = "$1" ] || continue
    ids+=("$id") names+=("${name#/}")
  done <<<"$CONTAINERS"
  [ ${#ids[@]} -gt 0 ] || return 0
  docker stop -t 10 "${ids[@]}" >/dev/null
  docker rm -f -v "${ids[@]}" >/dev/null
  for name in "${names[@]}"; do removed "container $name"; done
}

remove_images() {
  local image
  read_file "$SERVICE_DIR/pulled"
  while IFS= read -r image; do
    docker rmi "$image" >/dev/null 2>&1 && removed "image $image"
  done < <(sort -u <<<"$CONTENT")
}

remove_proxy() {
  local image
  if image=$(docker inspect --type container --format '{{.Config.Image}}' "$PROXY"); then
    docker rm -f -v "$PROXY" >/dev/null && removed "container $PROXY"
    docker rmi "$image" >/dev/null && removed "image $image"
  fi
  docker network rm "$NETWORK" >/dev/null 2>&1 && removed "network $NETWORK"
  rm -rf "$STATE" "$RUN"
}

others() {
  [ ! -d "$STATE/services" ] || find "$STATE/services" -mindepth 1 -maxdepth 1 -type d ! -name "$1" -printf '"%f"\n' | sort | paste -sd,
}

give_up() {
  RESULT[outcome]=failed RESULT[cause]=$1 RESULT[detail]=$2
  publish "$(result_json)"
  exit 1
}

# Without docker there are no containers to remove; with a silent one, nobody knows.
docker_here() {
  CONTAINERS=''
  command -v docker >/dev/null || return 0
  docker_ready
}

main() {
  local service others
  script_begin
  payload_check "$SERVICE_KEY" service || give_up bad-payload 'field service is missing or malformed'
  REMOVED=''
  service=${FIELD[service]}
  state_paths "$service"
  if [ -d "$SERVICE_DIR" ] || [ -e "$STATE/proxy/servers/$service.json" ]; then
    state_open "$service"
    lock_take 60 "a removal" || give_up lock-held "a deploy of $service holds the lock"
    host_lock
    docker_here || give_up docker-missing 'the docker daemon does not answer'
    remove_server "$service"
    remove_containers "$service"
    remove_images
    rm -rf "$SERVICE_DIR"
    removed "folder $SERVICE_DIR"
  fi
  others=$(others "$service")
  [ -n "$others" ] || remove_proxy
  publish "{\"outcome\":\"removed\",\"removed\":[$REMOVED],\"others\":[$others]}"
}
