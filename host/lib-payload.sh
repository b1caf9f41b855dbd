# shellcheck shell=bash
# The payload on stdin: base64 of name NUL value NUL name NUL value NUL. Values are data; nothing here evaluates them.

declare -A FIELD=()
OPTIONS=() ARGS=() SECRETS=()

payload_read() {
  local name value
  while IFS= read -r -d '' name && IFS= read -r -d '' value; do
    case $name in
      option) OPTIONS+=("$value") ;;
      arg) ARGS+=("$value") ;;
      secret) SECRETS+=("$value") ;;
      *) FIELD[$name]=$value ;;
    esac
  done < <(base64 -d)
}

# payload_check PATTERN NAME...: fields that become file names, numbers or addresses must look like them.
payload_check() {
  local pattern=$1 name
  shift
  for name in "$@"; do
    [[ ${FIELD[$name]-} =~ ^($pattern)$ ]] && continue
    BAD_FIELD=$name
    return 1
  done
}

readonly SERVICE_KEY='[a-z0-9]([a-z0-9.-]*[a-z0-9])?'

payload_valid() {
  local line=$'[^\n]*'
  payload_check '[A-Za-z0-9-]+' deploy_id &&
    payload_check "$SERVICE_KEY" service &&
    payload_check '[a-z0-9-]+' region &&
    payload_check '[A-Za-z0-9]([A-Za-z0-9.-]*)' release &&
    payload_check 'sha256:[0-9a-f]{64}' digest &&
    payload_check "[^-][^[:space:]]*@${FIELD[digest]}" image &&
    payload_check '[^-][^[:space:]]*' proxy_image &&
    payload_check '[A-Za-z0-9.:-]*' login proxy_login &&
    payload_check '[0-9]{1,5}' port http_port &&
    payload_check '/[^[:space:]]*' health_path &&
    payload_check '[^[:space:]]*' health_host &&
    payload_check '[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*' health_codes &&
    payload_check '[0-9]{1,6}(\.[0-9]+)?' health_timeout health_interval &&
    payload_check '[0-9]{1,6}' drain_timeout stop_timeout lock_timeout &&
    payload_check '[1-9][0-9]{0,3}' keep &&
    payload_check "\{$line\}" proxy_server manifest
}
