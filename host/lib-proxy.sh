# shellcheck shell=bash
# The proxy: one container for all services of the host. Its routes read the address of a service from a file,
# so a cut-over is a rename; the configuration is loaded only when a service's server changed.

PROXY=docker-to-ec2-proxy

admin() {
  curl -s --max-time 30 --unix-socket "$STATE/proxy/run/admin.sock" "http://localhost$1" "${@:2}"
}

# A file that was cut off is no object any more, or has braces left open.
server_valid() {
  local opened=${1//[!\{\[]/} closed=${1//[!\}\]]/}
  [[ $1 == \{*\} && ${#opened} == "${#closed}" ]]
}

# server_read SERVICE: sets SERVER to its stored server. A damaged one is fetched from the proxy, which has it in memory.
server_read() {
  read_file "$STATE/proxy/servers/$1.json"
  SERVER=$CONTENT
  server_valid "$SERVER" && return
  SERVER=$(admin "/config/apps/http/servers/$1" -f)
  server_valid "$SERVER" && write_file "$STATE/proxy/servers/$1.json" "$SERVER"
}

# proxy_config SERVICE SERVER: the whole configuration, with this server in place of the service's stored one ("" leaves it out)
proxy_config() {
  local file name servers="${2:+\"$1\":$2}"
  for file in "$STATE"/proxy/servers/*.json; do
    name=${file##*/} name=${name%.json}
    [ -e "$file" ] && [ "$name" != "$1" ] && server_read "$name" || continue
    servers+="${servers:+,}\"$name\":$SERVER"
  done
  CONFIG="{\"admin\":{\"listen\":\"unix//run/docker-to-ec2/admin.sock\",\"config\":{\"persist\":false}},\"apps\":{\"http\":{\"metrics\":{},\"servers\":{$servers}}}}"
}

proxy_read() {
  PROXY_ID='' PROXY_STATE='' PROXY_PID=0
  local id name state pid rest
  while IFS='|' read -r id name state pid rest; do
    [ "$name" = "/$PROXY" ] && PROXY_ID=$id PROXY_STATE=$state PROXY_PID=$pid
  done <<<"$CONTAINERS"
}

# port_inodes PORT [FILE...]: sockets that listen on it
port_inodes() {
  local hex local_address state inode rest
  printf -v hex '%04X' "$1"
  while read -r rest local_address rest state rest rest rest rest rest inode rest; do
    [ "$state" = 0A ] && [ "${local_address##*:}" = "$hex" ] && printf '%s\n' "$inode"
  done < <(cat "${@:2}")
}

# port_holder PORT: sets HOLDER to the process or container that has it, or fails when nobody but the proxy has.
port_holder() {
  local inode path pid
  HOLDER=$(docker ps --filter "publish=$1" --format 'container {{.Names}}' | head -1)
  [ -z "$HOLDER" ] || return 0
  for inode in $(port_inodes "$1" /proc/net/tcp /proc/net/tcp6); do
    path=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" -print -quit 2>/dev/null)
    pid=${path#/proc/} pid=${pid%%/*}
    [ "${pid:-none}" = "$PROXY_PID" ] && continue
    HOLDER="process ${pid:-unknown} ($(cat "/proc/$pid/comm" 2>/dev/null))"
    return 0
  done
  return 1
}

# port_service PORT SERVICE: sets HOLDER to another service of this host that is served there.
port_service() {
  local file
  for file in "$STATE"/proxy/servers/*.json; do
    [ -e "$file" ] && [ "$file" != "$STATE/proxy/servers/$2.json" ] && grep -qE "\"listen\":\[[^]]*:$1\"" "$file" || continue
    HOLDER=${file##*/} HOLDER="the service ${HOLDER%.json}"
    return
  done
  return 1
}

proxy_port_free() {
  port_service "$1" "$2" || port_holder "$1" || return 0
  PROXY_CAUSE=proxy-port-taken PROXY_WORDS="port $1 is held by $HOLDER"
  return 1
}

proxy_refused() {
  PROXY_CAUSE=proxy-failed PROXY_WORDS=$1
  [[ $1 != *'address already in use'* ]] || PROXY_CAUSE=proxy-port-taken
}

# Caddy binds the new listeners before it lets go of the old configuration; a refused one leaves it serving as before.
proxy_load() {
  local answer
  answer=$(printf '%s' "$CONFIG" | admin /load -H 'Content-Type: application/json' --data-binary @- -w '\n%{http_code}')
  [ "${answer##*$'\n'}" = 200 ] && write_file "$STATE/proxy/caddy.json" "$CONFIG" && return
  proxy_refused "${answer%$'\n'*}"
  return 1
}

proxy_answers() {
  [ "$PROXY_STATE" = running ] && admin /config/apps/http/servers -o /dev/null -f
}

proxy_wait() {
  local try restarts
  for ((try = 1; try < 200; try++)); do
    admin /config/apps/http/servers -o /dev/null -f && return
    sleep 0.05
    ((try % 20 == 0)) || continue
    restarts=$(docker inspect --format '{{.RestartCount}}' "$PROXY") && [ "$restarts" = 0 ] || return 1
  done
  return 1
}

proxy_run() {
  docker rm -f "$PROXY" >/dev/null 2>&1
  rm -f "$STATE/proxy/run/admin.sock"
  PROXY_WORDS=$(docker run -d --name "$PROXY" --label docker-to-ec2=proxy --network host --restart unless-stopped \
    --log-driver json-file --log-opt max-size=10m --log-opt max-file=3 -e XDG_DATA_HOME=/data -e XDG_CONFIG_HOME=/data \
    -v "$STATE/proxy:/etc/caddy:ro" -v "$STATE/proxy/state:/state:ro" -v "$STATE/proxy/run:/run/docker-to-ec2" -v "$STATE/proxy/data:/data" \
    "$1" caddy run --config /etc/caddy/caddy.json 2>&1) && proxy_wait && return
  proxy_refused "$PROXY_WORDS $(docker logs --tail 20 "$PROXY" 2>&1 | grep -o 'Error: .*' | tail -1)"
  docker rm -f "$PROXY" >/dev/null 2>&1
  return 1
}

# proxy_start IMAGE: a proxy from nothing; the earlier configuration returns when it does not come up.
proxy_start() {
  local earlier
  read_file "$STATE/proxy/caddy.json"
  earlier=$CONTENT
  write_file "$STATE/proxy/caddy.json" "$CONFIG"
  proxy_run "$1" && return
  if [ -n "$earlier" ]; then write_file "$STATE/proxy/caddy.json" "$earlier"; else rm -f "$STATE/proxy/caddy.json"; fi
  return 1
}

# proxy_ensure SERVICE SERVER PORT IMAGE: leaves a proxy that answers and has this server, touching it only where it must.
proxy_ensure() {
  proxy_config "$1" "$2"
  read_file "$STATE/proxy/caddy.json"
  if [ "$PROXY_STATE" = running ] && proxy_wait; then
    if [ "$CONTENT" != "$CONFIG" ] || ! admin "/config/apps/http/servers/$1/listen" -o /dev/null -f; then
      proxy_port_free "$3" "$1" && proxy_load || return 1
    fi
  else
    PROXY_PID=0
    docker rm -f "$PROXY" >/dev/null 2>&1
    proxy_port_free "$3" "$1" && proxy_start "$4" || return 1
  fi
  write_file "$STATE/proxy/servers/$1.json" "$2"
}

# proxy_readback PORT PATH HOST [HEADER]
# Asks the proxy, as a visitor on this host would, and sets SERVED to the address that answered, SERVED_CODE to its status.
proxy_readback() {
  local line headers host=()
  SERVED='' SERVED_CODE=0
  [ -z "$3" ] || host=(-H "Host: $3")
  [ -z "${4-}" ] || host+=(-H "$4")
  headers=$(curl -s --globoff --max-time 5 --noproxy '*' -o /dev/null -D - -H 'X-Docker-To-Ec2-Readback: 1' ${host[@]+"${host[@]}"} "http://127.0.0.1:$1$2")
  while IFS= read -r line; do
    line=${line%$'\r'}
    [[ $line =~ ^HTTP/[0-9.]+\ ([0-9]{3}) ]] && SERVED_CODE=${BASH_REMATCH[1]}
    [[ ${line,,} =~ ^x-docker-to-ec2-upstream:\ *([0-9.:]+)$ ]] && SERVED=${BASH_REMATCH[1]}
  done <<<"$headers"
}

# Sets IN_FLIGHT to the requests that the proxy has open to an address, "" when it cannot be asked.
proxy_in_flight() {
  local list
  IN_FLIGHT=''
  list=$(admin /reverse_proxy/upstreams -f) || return 1
  IN_FLIGHT=0
  [[ $list =~ \"address\":\"$1\",\"num_requests\":([0-9]+) ]] && IN_FLIGHT=${BASH_REMATCH[1]}
  return 0
}

# drain ADDRESS SECONDS: two readings of zero in a row, because a request may have read the old address and not be counted yet.
drain() {
  local quiet=0 deadline
  now_ms
  deadline=$((NOW_MS + $2 * 1000))
  while :; do
    if proxy_in_flight "$1" && [ "$IN_FLIGHT" = 0 ]; then quiet=$((quiet + 1)); else quiet=0; fi
    ((quiet < 2)) || return 0
    now_ms
    ((NOW_MS < deadline)) || break
    sleep 0.05
  done
  printf 'stopped waiting for %s requests to %s after %s s\n' "${IN_FLIGHT:-unknown}" "$1" "$2"
}
