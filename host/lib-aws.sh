# shellcheck shell=bash
# Asking AWS from the host, with the host's own role.

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

# Prints the credentials of the host's role as curl reads them from its stdin: they are in no argument and no file.
aws_credentials() {
  local token role json key secret session
  token=$(metadata api/token -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60') || return 1
  role=$(metadata meta-data/iam/security-credentials/ -H "X-aws-ec2-metadata-token: $token") || return 1
  json=$(metadata "meta-data/iam/security-credentials/${role%%$'\n'*}" -H "X-aws-ec2-metadata-token: $token") || return 1
  [[ $json =~ \"AccessKeyId\"[^\"]*\"([^\"]+)\" ]] && key=${BASH_REMATCH[1]} || return 1
  [[ $json =~ \"SecretAccessKey\"[^\"]*\"([^\"]+)\" ]] && secret=${BASH_REMATCH[1]} || return 1
  [[ $json =~ \"Token\"[^\"]*\"([^\"]+)\" ]] && session=${BASH_REMATCH[1]} || return 1
  printf 'user = "%s:%s"\nheader = "X-Amz-Security-Token: %s"\n' "$key" "$secret" "$session"
}

# aws_endpoint SERVICE REGION: sets ENDPOINT
aws_endpoint() {
  local own="AWS_ENDPOINT_URL_${1^^}" host="$1.$2.amazonaws.com"
  [ "$1" != ecr ] || host=api.$host
  [[ $2 != cn-* ]] || host+=.cn
  ENDPOINT=${!own:-${AWS_ENDPOINT_URL:-https://$host}}
}

# aws_ask SERVICE REGION TARGET BODY: prints the answer, or fails without a word.
# The AWS CLI takes most of a second to start; curl asks in a tenth of that. What it cannot do (an older one signs differently)
# or is refused, the caller asks of the CLI again, which retries and says why.
aws_ask() {
  local credentials
  credentials=$(aws_credentials) || return 1
  aws_endpoint "$1" "$2"
  printf '%s\n' "$credentials" | curl -sf --max-time 10 -K - --aws-sigv4 "aws:amz:$2:$1" \
    -H 'Content-Type: application/x-amz-json-1.1' -H "X-Amz-Target: $3" -d "$4" "$ENDPOINT/"
}
