# shellcheck shell=bash
# Secrets are read by the host's own role, and live in this shell's memory until the container is created:
# not in an argument, a file, a here-string (bash writes those to a file) or the log.

declare -A SECRET_VALUES=() PARAMETERS=()
SECRET_FDS=()

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
    ssm:*) exec {SECRET_FD}< <(apart parameter_one "${FIELD[region]}" "${where#ssm:}") ;;
    secretsmanager:*)
      where=${where#secretsmanager:}
      exec {SECRET_FD}< <(apart secret_string "${FIELD[region]}" "${where%%#*}")
      ;;
    *) return 1 ;;
  esac
}

parameter_one() {
  aws ssm get-parameter --region "$1" --name "$2" --with-decryption --query Parameter.Value --output text
}

secret_string() {
  local answer
  [[ $2 =~ ^[A-Za-z0-9/_+=.@:-]+$ ]] && answer=$(aws_ask secretsmanager "$1" secretsmanager.GetSecretValue "{\"SecretId\":\"$2\"}") &&
    secret_json_key SecretString "$answer" && printf '\n' && return
  aws secretsmanager get-secret-value --region "$1" --secret-id "$2" --query "SecretString || ''" --output text
}

# parameters_print REGION NAME...: the values in the order of their names, NUL after each, empty where there is none.
parameters_print() {
  local names
  printf -v names '"%s",' "${@:2}"
  aws_ask ssm "$1" AmazonSSM.GetParameters "{\"Names\":[${names%,}],\"WithDecryption\":true}" | python3 -c '
import json, sys
found = {}
for one in json.load(sys.stdin.buffer)["Parameters"]:
    for name in one["Name"], one.get("ARN", ""):
        found[name + one.get("Selector", "")] = one["Value"]
for name in sys.argv[1:]:
    sys.stdout.buffer.write((found.get(name, "") + "\0").encode())' "${@:2}"
}

# Sets PARAMETERS to the values of all parameters that can be had, ten with each request. Whatever could not be read so
# (one that is refused spoils the request for all) is asked for one by one, which tells what is wrong with which.
parameters_read() {
  local secret where names=() fds=() fd index value
  PARAMETERS=()
  for secret in ${SECRETS[@]+"${SECRETS[@]}"}; do
    where=${secret#*=ssm:}
    [[ $secret == *=ssm:* && $where =~ ^[A-Za-z0-9_.:/-]+$ && -z ${PARAMETERS[$where]+seen} ]] || continue
    PARAMETERS[$where]='' names+=("$where")
  done
  for ((index = 0; index < ${#names[@]}; index += 10)); do
    exec {fd}< <(let_go; parameters_print "${FIELD[region]}" "${names[@]:index:10}" 2>/dev/null)
    fds+=("$fd")
  done
  for index in "${!names[@]}"; do
    IFS= read -r -d '' value <&"${fds[index / 10]}" && PARAMETERS[${names[index]}]=$value
  done
  for fd in ${fds[@]+"${fds[@]}"}; do exec {fd}<&-; done
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

secrets_valid() {
  local secret
  for secret in ${SECRETS[@]+"${SECRETS[@]}"}; do
    SECRET_CAUSE=secret-failed SECRET_WORDS="${secret%%=*}: not a name or a source that can be used"
    secret_name_valid "${secret%%=*}" && [[ ${secret#*=} =~ ^(ssm|secretsmanager): ]] || return 1
  done
}

# secrets_ask KIND: asks for those of this kind whose value is not here yet, all at once.
secrets_ask() {
  local index
  for index in "${!SECRETS[@]}"; do
    [[ ${SECRETS[index]#*=} == "$1":* && -z ${PARAMETERS[${SECRETS[index]#*=ssm:}]-} ]] || continue
    secret_ask "${SECRETS[index]}"
    SECRET_FDS[index]=$SECRET_FD
  done
}

# All answers are read: the report names the first that failed.
secrets_read() {
  local index
  SECRET_FDS=() PARAMETERS=()
  secrets_valid || return 1
  secrets_ask secretsmanager
  parameters_read
  secrets_ask ssm
  for index in "${!SECRETS[@]}"; do
    if [ -n "${SECRET_FDS[index]-}" ]; then
      secret_take "${SECRETS[index]}" "${SECRET_FDS[index]}" || return 1
    else
      SECRET_VALUES[${SECRETS[index]%%=*}]=${PARAMETERS[${SECRETS[index]#*=ssm:}]}
    fi
  done
}
