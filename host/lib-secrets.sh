# shellcheck shell=bash
# Secrets are read by the host's own role, and live in this shell's memory until the container is created:
# not in an argument, a file, a here-string (bash writes those to a file) or the log.

declare -A SECRET_VALUES=()

# A name that bash or the docker client reads itself cannot be handed over through its environment.
secret_name_valid() {
  [[ $1 =~ ^[A-Za-z_][A-Za-z0-9_]*$ && ! $1 =~ ^(DOCKER_|LD_|BASH) ]] || return 1
  case $1 in
    PATH | HOME | IFS | UID | EUID | PPID | SHELLOPTS | RANDOM | SRANDOM | SECONDS | LINENO | EPOCH* | GROUPS | DIRSTACK | FUNCNAME | HISTCMD | _) return 1 ;;
  esac
}

# secret_ask NAME=KIND:WHERE[#KEY]: starts reading one; the answer comes through SECRET_FD.
secret_ask() {
  local where=${1#*=}
  case $where in
    ssm:*)
      exec {SECRET_FD}< <(apart aws ssm get-parameter --region "${FIELD[region]}" --name "${where#ssm:}" --with-decryption --query Parameter.Value --output text)
      ;;
    secretsmanager:*)
      where=${where#secretsmanager:}
      exec {SECRET_FD}< <(apart aws secretsmanager get-secret-value --region "${FIELD[region]}" --secret-id "${where%%#*}" --query "SecretString || ''" --output text)
      ;;
    *) return 1 ;;
  esac
}

secret_json_key() {
  printf '%s' "$2" | python3 -c '
import json, sys
value = json.load(sys.stdin)[sys.argv[1]]
sys.stdout.write(value if isinstance(value, str) else json.dumps(value))' "$1" 2>/dev/null
}

# Sets SECRET_CAUSE and SECRET_WORDS from what the AWS CLI said.
secret_refused() {
  local where=$1 words=$2 needed
  case $where in
    ssm:*) needed="ssm:GetParameter on parameter${where#ssm:}" ;;
    *) where=${where%%#*} needed="secretsmanager:GetSecretValue on ${where#secretsmanager:}" ;;
  esac
  case $words in
    *AccessDenied* | *'not authorized'*)
      SECRET_CAUSE=secret-denied
      [[ $words != *kms:Decrypt* ]] || needed="kms:Decrypt on the key of $where"
      SECRET_WORDS="$where: the host's role lacks $needed"
      ;;
    *ParameterNotFound* | *ResourceNotFound* | *ParameterVersionNotFound*) SECRET_CAUSE=secret-missing SECRET_WORDS="$where does not exist" ;;
    *) SECRET_CAUSE=secret-failed SECRET_WORDS="$where: $words" ;;
  esac
}

# secret_take NAME=KIND:WHERE[#KEY] FD: keeps the value, or fails with SECRET_CAUSE and SECRET_WORDS.
secret_take() {
  local name=${1%%=*} where=${1#*=} value key=''
  read_apart "$2"
  value=${APART_OUT%$'\n'} APART_OUT=''
  [ "$APART_STATUS" = 0 ] || { secret_refused "$where" "$APART_WORDS"; return 1; }
  [[ $where != secretsmanager:*'#'* ]] || key=${where#*#}
  SECRET_CAUSE=secret-missing
  [ -n "$value" ] || { SECRET_WORDS="$where holds no text"; return 1; }
  if [ -n "$key" ]; then
    value=$(secret_json_key "$key" "$value" && printf .) || { SECRET_WORDS="$where: no such key in its JSON"; return 1; }
    value=${value%.}
  fi
  SECRET_VALUES[$name]=$value
}

# All are asked for at once, and all answers are read: the report names the first that failed.
secrets_read() {
  local secret fds=() index
  for secret in ${SECRETS[@]+"${SECRETS[@]}"}; do
    SECRET_CAUSE=secret-failed SECRET_WORDS="${secret%%=*}: not a name or a source that can be used"
    secret_name_valid "${secret%%=*}" && secret_ask "$secret" || return 1
    fds+=("$SECRET_FD")
  done
  for index in "${!fds[@]}"; do
    secret_take "${SECRETS[index]}" "${fds[index]}" || return 1
  done
}
