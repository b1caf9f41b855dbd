# shellcheck shell=bash
# Images: what is here, pulling by digest with credentials that never reach a disk, and removing what nobody needs.

LOGIN_FD=''

# Sets IMAGE_ID, IMAGE_PLATFORM and IMAGE_DIGESTS, or fails when the image is not on this host.
image_read() {
  local facts
  facts=$(docker image inspect --format '{{.Id}}|{{.Os}}/{{.Architecture}}|{{range .RepoDigests}}{{.}} {{end}}' "$1" 2>/dev/null) || return 1
  IFS='|' read -r IMAGE_ID IMAGE_PLATFORM IMAGE_DIGESTS <<<"$facts"
}

image_has_digest() {
  [[ " $IMAGE_DIGESTS " == *"@$1 "* ]]
}

host_platform() {
  case $(uname -m) in
    x86_64) PLATFORM=linux/amd64 ;;
    aarch64) PLATFORM=linux/arm64 ;;
    *) PLATFORM=linux/$(uname -m) ;;
  esac
}

ecr_authorization() {
  local answer
  answer=$(aws_ask ecr "$1" AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken '{}') || return 1
  [[ $answer =~ \"authorizationToken\"[^\"]*\"([A-Za-z0-9+/=]+)\" ]] && printf '%s' "${BASH_REMATCH[1]}"
}

registry_authorization() {
  local password
  ecr_authorization "$1" 2>/dev/null && return
  password=$(aws ecr get-login-password --region "$1") && printf 'AWS:%s' "$password" | base64 -w0
}

# Asks in the background; login_end collects the answer.
login_begin() {
  LOGIN_FD=''
  [ -z "$1" ] || exec {LOGIN_FD}< <(apart registry_authorization "${FIELD[region]}")
}

# Writes the client's configuration itself: `docker login` would ask the registry once more.
login_end() {
  [ -n "$LOGIN_FD" ] || return 0
  read_apart "$LOGIN_FD"
  LOGIN_FD=''
  [ "$APART_STATUS" = 0 ] || { PULL_CAUSE=pull-denied PULL_WORDS="ecr:GetAuthorizationToken: $APART_WORDS"; return 1; }
  printf '{"auths":{"%s":{"auth":"%s"}}}' "$1" "$APART_OUT" >"$WORK/config.json"
  APART_OUT=''
}

pull_cause() {
  case $1 in
    *'no space left'*) PULL_CAUSE=out-of-disk ;;
    *'no matching manifest'* | *'no match for platform'* | *'not match the specified platform'*) PULL_CAUSE=wrong-platform ;;
    *denied* | *nauthorized* | *'not authorized'* | *authorization* | *'no basic auth'* | *orbidden*) PULL_CAUSE=pull-denied ;;
    *'manifest unknown'* | *'not found'* | *'name unknown'*) PULL_CAUSE=image-not-found ;;
    *) PULL_CAUSE=pull-failed ;;
  esac
}

# image_pull IMAGE REGISTRY: sets PULL_CAUSE and PULL_WORDS when it fails. A broken connection gets a second chance.
image_pull() {
  local try
  login_end "$2" || return 1
  for try in 1 2; do
    PULL_WORDS=$(docker --config "$WORK" pull -q "$1" 2>&1 </dev/null) && { rm -f "$WORK/config.json"; return; }
    printf '%s\n' "$PULL_WORDS"
    pull_cause "$PULL_WORDS"
    docker_words "$PULL_WORDS"
    PULL_WORDS=$WORDS
    [ "$PULL_CAUSE" = pull-failed ] || break
    sleep "$try"
  done
  rm -f "$WORK/config.json"
  return 1
}

# The journal of pulls survives a kill, so that also the images of failed attempts are removed some day.
image_note() {
  printf '%s\n' "$1" >>"$SERVICE_DIR/pulled"
}

# When the journal is lost, what was pulled by digest from this repository is taken for ours. Docker refuses to remove what is in use.
images_adopt() {
  docker images --digests --format '{{.Tag}} {{.Repository}}@{{.Digest}}' "${FIELD[image]%@*}" | sed -n 's/^<none> //p' >"$SERVICE_DIR/pulled"
}

# images_prune KEPT: removes every noted image whose digest is not among KEPT.
images_prune() {
  local ref stay='' gone=()
  [ -e "$SERVICE_DIR/pulled" ] || images_adopt
  read_file "$SERVICE_DIR/pulled"
  while IFS= read -r ref; do
    [ -n "$ref" ] || continue
    if [[ " $1 " == *" ${ref##*@} "* ]]; then
      [[ $stay == *"$ref"* ]] || stay+=$ref$'\n'
    else
      gone+=("$ref")
    fi
  done <<<"$CONTENT"
  [ ${#gone[@]} -eq 0 ] || docker rmi "${gone[@]}" >/dev/null 2>&1
  write_file "$SERVICE_DIR/pulled" "$stay"
}
