# shellcheck shell=bash
# Room on the disk: what no way back needs goes, and a pull that would not fit is not begun.

GONE=() PRUNED=''

# prune_plan RELEASE KEEP: sets GONE (containers) and KEPT_DIGESTS. What serves, and what a rollback would go to, always stay.
prune_plan() {
  local id name state pid service release digest rest kept=" $1 " count=1 index
  history_before "$1"
  [ -z "$BEFORE" ] || kept+="$BEFORE " count=2
  for ((index = ${#LINE[@]} - 1; index >= 0 && count < $2; index--)); do
    [[ $kept == *" ${LINE[index]} "* ]] || kept+="${LINE[index]} " count=$((count + 1))
  done
  GONE=() PRUNED='' KEPT_DIGESTS=${FIELD[digest]}
  while IFS='|' read -r id name state pid service release digest rest; do
    if [ "$service" = "${FIELD[service]}" ] && [ "$id" != "$SLOT_ID" ] && { [[ $kept != *" $release "* ]] || [[ -n $SLOT_ID && $release == "$1" ]]; }; then
      GONE+=("$id")
    else
      KEPT_DIGESTS+=" $digest"
    fi
  done <<<"$CONTAINERS"
}

prune() {
  [ ${#GONE[@]} -eq 0 ] || docker rm -f -v "${GONE[@]}" >/dev/null
  images_prune "$KEPT_DIGESTS"
}

# disk_needed BYTES: of a compressed image, with its layers unpacked beside it, and something left for the rest of the host
disk_needed() {
  NEEDED=$(($1 * 3 + 200000000))
}

disk_free() {
  local root=/var/lib/docker
  [ -d "$root/containers" ] || root=$(docker info --format '{{.DockerRootDir}}')
  FREE=$(df --output=avail -B1 "${root:-/}")
  FREE=${FREE//[!0-9]/}
}

disk_fits() {
  [ "${FIELD[image_bytes]}" != 0 ] || return 0
  disk_needed "${FIELD[image_bytes]}"
  disk_free
  ((FREE >= NEEDED))
}

# Where it is tight, all goes but the release that serves and the one before it.
disk_make_room() {
  disk_fits && return
  prune_plan "$LIVE_RELEASE" 2
  prune
  disk_fits && return
  PULL_WORDS="$((FREE / 1000000)) MB are free, and an image of $((FIELD[image_bytes] / 1000000)) MB (compressed) needs $((NEEDED / 1000000)) MB"
  return 1
}
