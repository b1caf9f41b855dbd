# shellcheck shell=bash
# remove: takes a service off this host, and with the last one the proxy and the network. Can be repeated.

removed() {
  printf 'removed %s\n' "$1"
  REMOVED+="${REMOVED:+,}\"$1\""
}

remove_server() {
  [ -e "$STATE/proxy/servers/$1.json" ] || return 0
  proxy_config "$1" ''
  [ "$CONFIG" = "$(<"$STATE/proxy/caddy.json")" ] || proxy_load || printf 'the proxy kept its configuration: %s\n' "$PROXY_WORDS"
  rm -f "$STATE/proxy/servers/$1.json" "$STATE/proxy/state/$1.live"
  removed "server $1"
}

remove_containers() {
  local id name state pid service release digest image rest ids=() images=() names=()
  while IFS='|' read -r id name state pid service release digest image rest; do
    [ "$service" = "$1" ] || continue
    ids+=("$id") images+=("$image") names+=("${name#/}")
  done <<<"$CONTAINERS"
  [ ${#ids[@]} -gt 0 ] || return 0
  docker stop -t 10 "${ids[@]}" >/dev/null
  docker rm -f -v "${ids[@]}" >/dev/null
  for name in "${names[@]}"; do removed "container $name"; done
  remove_images "${images[@]}"
}

remove_images() {
  local image
  read_file "$SERVICE_DIR/pulled"
  for image in $(printf '%s\n' "$@" "$CONTENT" | sort -u); do
    docker rmi "$image" >/dev/null 2>&1 && removed "image $image"
  done
}

remove_proxy() {
  local image
  image=$(docker inspect --type container --format '{{.Image}}' "$PROXY") && docker rm -f -v "$PROXY" >/dev/null && removed "container $PROXY"
  [ -z "$image" ] || docker rmi "$image" >/dev/null 2>&1 && [ -n "$image" ] && removed "image $image"
  docker network rm "$NETWORK" >/dev/null 2>&1 && removed "network $NETWORK"
  rm -rf "$STATE" "$RUN"
}

others() {
  [ ! -d "$STATE/services" ] || find "$STATE/services" -mindepth 1 -maxdepth 1 -type d ! -name "$1" -printf '"%f"\n' | sort | paste -sd,
}

give_up() {
  RESULT[outcome]=failed RESULT[cause]=$1 RESULT[detail]=$2
  result_json >&3
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
  root_environment
  payload_read
  exec 3>&1 </dev/null >/dev/null 2>&1
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
    rm -rf "$SERVICE_DIR"
    removed "folder $SERVICE_DIR"
  fi
  others=$(others "$service")
  [ -n "$others" ] || remove_proxy
  printf '{"outcome":"removed","removed":[%s],"others":[%s]}\n' "$REMOVED" "$others" >&3
}
