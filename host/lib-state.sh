# shellcheck shell=bash
# Files of the host. Every file that is read while it may change is written beside and renamed.

STATE=/var/lib/docker-to-ec2
RUN=/run/docker-to-ec2

LOCK='' HOST_LOCK='' WORK=''

root_environment() {
  export HOME=/root LC_ALL=C.UTF-8
  export PATH="${PATH:+$PATH:}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin"
  # The AWS CLI by itself asks for the role's credentials once, and for a second: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
  export AWS_METADATA_SERVICE_TIMEOUT=5 AWS_METADATA_SERVICE_NUM_ATTEMPTS=4
  umask 077
  set -u -o pipefail
}

# SERVICE_DIR keeps what the service has on this host; WORK is memory-backed, for credentials, and empty at each start.
state_paths() {
  SERVICE_DIR=$STATE/services/$1
  LIVE_FILE=$STATE/proxy/state/$1.live
  SPLIT_FILE=$STATE/proxy/state/$1.split
  WORK=$RUN/$1
}

state_open() {
  state_paths "$1"
  mkdir -p "$SERVICE_DIR/releases" "$SERVICE_DIR/results" "$STATE/proxy/servers" "$STATE/proxy/state" "$STATE/proxy/run" "$STATE/proxy/data" "$RUN"
  # The proxy reads it at each request, and complains when it is not there.
  [ -s "$SPLIT_FILE" ] || write_file "$SPLIT_FILE" 0
}

write_file() {
  printf '%s' "$2" >"$1.new" && mv -f "$1.new" "$1"
}

# write_over FILE TEXT: a full disk must not keep the traffic from going back, so the text is then put into the place that the file has.
write_over() {
  write_file "$1" "$2" || { printf '%s' "$2" 1<>"$1" && truncate -s "${#2}" "$1"; }
}

# "" when there is no such file
read_file() {
  CONTENT=''
  [ ! -f "$1" ] || CONTENT=$(<"$1")
}

# The kernel frees the lock with the last process that has the file open, however that ends.
# A removal may have deleted the file that was waited for.
lock_take() {
  while :; do
    mkdir -p "$SERVICE_DIR"
    exec {LOCK}>>"$SERVICE_DIR/lock"
    flock -w "$1" "$LOCK" || return 1
    [ "$SERVICE_DIR/lock" -ef "/proc/self/fd/$LOCK" ] && break
    exec {LOCK}>&-
  done
  printf '%s since %(%FT%TZ)T' "$2" -1 >"$SERVICE_DIR/lock"
}

# What all services of the host share: the proxy's configuration, the network's addresses.
host_lock() {
  exec {HOST_LOCK}>>"$STATE/lock"
  flock -w 120 "$HOST_LOCK"
}

host_unlock() {
  [ -z "$HOST_LOCK" ] || exec {HOST_LOCK}>&-
  HOST_LOCK=''
}

work_open() {
  rm -rf "$WORK"
  mkdir -p "$WORK"
}

# How the service is asked for at the proxy: VISIT is port, path, host, the codes that are right, and the port of its slots.
visit_read() {
  local usual=(80 / '' 200-399 '')
  VISIT=()
  [ ! -f "$SERVICE_DIR/visit" ] || mapfile -t VISIT <"$SERVICE_DIR/visit"
  [[ ${VISIT[0]-} =~ ^[0-9]+$ && ${VISIT[1]-} == /* && ${VISIT[3]-} =~ ^[0-9,-]+$ && ${VISIT[4]-} =~ ^[0-9]*$ ]] || VISIT=("${usual[@]}")
}

# For a child that may outlive this script: it must hold neither a lock nor the agent's stdout.
let_go() {
  [ -z "$LOCK" ] || exec {LOCK}>&-
  [ -z "$HOST_LOCK" ] || exec {HOST_LOCK}>&-
  exec 3>&-
}

# apart COMMAND...: prints stdout NUL status NUL stderr NUL, so that a pipe carries all three and no file is needed.
apart() {
  local words status
  let_go
  { words=$("$@" 2>&1 >&4 </dev/null); status=$?; } 4>&1
  printf '\0%s\0%s\0' "$status" "$words"
}

read_apart() {
  local fd=$1
  IFS= read -r -d '' APART_OUT <&"$fd"
  IFS= read -r -d '' APART_STATUS <&"$fd"
  IFS= read -r -d '' APART_WORDS <&"$fd"
  exec {fd}<&-
}
