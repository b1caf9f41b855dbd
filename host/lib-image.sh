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

aws_ready() {
  command -v aws >/dev/null && return
  printf 'installing the AWS CLI\n'
  export DEBIAN_FRONTEND=noninteractive
  if command -v dnf; then
    dnf install -y -q awscli-2
  else
    apt-get -o DPkg::Lock::Timeout=120 update -qq
    apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends awscli || snap install aws-cli --classic
  fi >/dev/null 2>&1
  command -v aws >/dev/null
}

# A host that is busy with its own start may answer late.
metadata() {
  curl -sf --noproxy '*' --max-time 3 --retry 3 --retry-connrefused --retry-max-time 20 "${@:2}" "http://169.254.169.254/latest/$1"
}

# The AWS CLI takes most of a second to start; curl asks ECR in a tenth of that, with the host's own role.
# The credentials reach curl on its stdin. An older curl signs differently, and then the CLI is asked.
ecr_authorization() {
  local region=$1 token role json key secret session suffix='' answer
  token=$(metadata api/token -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60') || return 1
  role=$(metadata meta-data/iam/security-credentials/ -H "X-aws-ec2-metadata-token: $token") || return 1
  json=$(metadata "meta-data/iam/security-credentials/${role%%$'\n'*}" -H "X-aws-ec2-metadata-token: $token") || return 1
  [[ $json =~ \"AccessKeyId\"[^\"]*\"([^\"]+)\" ]] && key=${BASH_REMATCH[1]} || return 1
  [[ $json =~ \"SecretAccessKey\"[^\"]*\"([^\"]+)\" ]] && secret=${BASH_REMATCH[1]} || return 1
  [[ $json =~ \"Token\"[^\"]*\"([^\"]+)\" ]] && session=${BASH_REMATCH[1]} || return 1
  [[ $region != cn-* ]] || suffix=.cn
  answer=$(printf 'user = "%s:%s"\nheader = "X-Amz-Security-Token: %s"\n' "$key" "$secret" "$session" |
    curl -sf --max-time 10 -K - --aws-sigv4 "aws:amz:$region:ecr" -H 'Content-Type: application/x-amz-json-1.1' \
      -H 'X-Amz-Target: AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken' -d '{}' \
      "${AWS_ENDPOINT_URL_ECR:-${AWS_ENDPOINT_URL:-https://api.ecr.$region.amazonaws.com$suffix}}/") || return 1
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
