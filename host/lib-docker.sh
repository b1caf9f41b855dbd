# shellcheck shell=bash
# Docker itself, the network of the slots, and what runs on the host.

CONTAINERS=''
NETWORK=docker-to-ec2
SUBNETS=(172.29.0.0/16 172.27.0.0/16 192.168.224.0/20 10.213.0.0/16)

# docker_words OUTPUT: sets WORDS to the line that says what went wrong, without its preamble
docker_words() {
  WORDS=$(grep -m1 -i error <<<"$1") || WORDS=$1
  WORDS=${WORDS#docker: } WORDS=${WORDS#Error response from daemon: }
}

docker_install() {
  printf 'installing docker\n'
  if command -v dnf; then
    dnf install -y -q docker
  elif command -v apt-get; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=120 update -qq && apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends docker.io
  fi
  command -v docker || return 1
  if [ ! -e /etc/docker/daemon.json ]; then
    mkdir -p /etc/docker
    printf '{"live-restore":true}\n' >/etc/docker/daemon.json
  fi
}

docker_start() (
  let_go
  if [ -d /run/systemd/system ]; then systemctl enable --now docker; else service docker start; fi
)

docker_ready() {
  command -v docker >/dev/null || docker_install || return 1
  containers_read && return
  docker_start
  local try
  for ((try = 0; try < 60; try++)); do
    containers_read 2>/dev/null && return
    sleep 0.5
  done
  return 1
}

# CONTAINERS: one line a container, running or not: id|name|state|pid|service|release|digest|image|fixed address|address|restart policy|role
containers_read() {
  local ids
  ids=$(docker ps -aq --no-trunc) || return 1
  CONTAINERS=''
  [ -z "$ids" ] && return
  # shellcheck disable=SC2086 # ids, one word each; one that went away meanwhile is left out
  CONTAINERS=$(docker inspect --type container --format '{{.Id}}|{{.Name}}|{{.State.Status}}|{{.State.Pid}}|{{index .Config.Labels "docker-to-ec2.service"}}|{{index .Config.Labels "docker-to-ec2.release"}}|{{index .Config.Labels "docker-to-ec2.digest"}}|{{.Image}}|{{with index .NetworkSettings.Networks "docker-to-ec2"}}{{with .IPAMConfig}}{{.IPv4Address}}{{end}}|{{.IPAddress}}{{else}}|{{end}}|{{.HostConfig.RestartPolicy.Name}}|{{index .Config.Labels "docker-to-ec2"}}' $ids)
  return 0
}

ip_number() {
  local a b c d
  IFS=. read -r a b c d <<<"$1"
  NUMBER=$(((a << 24) + (b << 16) + (c << 8) + d))
}

ip_text() {
  IP="$(($1 >> 24)).$((($1 >> 16) & 255)).$((($1 >> 8) & 255)).$(($1 & 255))"
}

# Reads the kernel's routes (hexadecimal, little-endian): true when one of them overlaps the subnet.
subnet_routed() {
  local routes=${2:-/proc/net/route} iface destination mask base bits size rest
  ip_number "${1%/*}"
  base=$NUMBER bits=${1#*/}
  size=$((1 << (32 - bits)))
  while read -r iface destination rest rest rest rest rest mask rest; do
    [[ $mask =~ ^[0-9A-F]{8}$ && $mask != 00000000 ]] || continue
    destination=$((0x${destination:6:2}${destination:4:2}${destination:2:2}${destination:0:2}))
    mask=$((0x${mask:6:2}${mask:4:2}${mask:2:2}${mask:0:2}))
    ((destination < base + size && base <= destination + (0xFFFFFFFF ^ mask))) && return
  done <"$routes"
  return 1
}

# Dynamic addresses come from the top sixteenth, so that a container of someone else never takes a slot's address.
network_create() {
  local subnet base bits
  for subnet in "${SUBNETS[@]}"; do
    subnet_routed "$subnet" && continue
    ip_number "${subnet%/*}"
    base=$NUMBER bits=${subnet#*/}
    ip_text $((base + (1 << (32 - bits)) / 16 * 15))
    local range=$IP/$((bits + 4))
    ip_text $((base + 1))
    SUBNET=$subnet
    docker network create --subnet "$subnet" --gateway "$IP" --ip-range "$range" --label docker-to-ec2=network "$NETWORK" >/dev/null && return
  done
  return 1
}

network_begin() {
  exec {NETWORK_FD}< <(apart docker network inspect --format '{{(index .IPAM.Config 0).Subnet}}' "$NETWORK")
}

# Sets SUBNET; what network_begin asked for may not be there yet.
network_end() {
  read_apart "$NETWORK_FD"
  SUBNET=${APART_OUT//[!0-9.\/]/}
  [ -z "$SUBNET" ] || return 0
  host_lock || return 1
  SUBNET=$(docker network inspect --format '{{(index .IPAM.Config 0).Subnet}}' "$NETWORK" 2>/dev/null) || network_create
  local status=$?
  host_unlock
  return "$status"
}

# address_next SUBNET LAST TAKEN: sets IP to the next free one after LAST. An address just given up is not handed out again at once.
address_next() {
  local subnet=$1 taken=" $3 " first end next tries
  ip_number "${subnet%/*}"
  first=$((NUMBER + 2)) end=$((NUMBER + (1 << (32 - ${subnet#*/})) / 16 * 15))
  ip_number "${2:-0.0.0.0}"
  next=$((NUMBER + 1))
  for ((tries = first; tries < end; tries++)); do
    ((next >= first && next < end)) || next=$first
    ip_text "$next"
    [[ $taken == *" $IP "* ]] || return 0
    next=$((next + 1))
  done
  return 1
}
