# shellcheck shell=bash
# The payload on stdin: base64 of name NUL value NUL name NUL value NUL. Values are data; nothing here evaluates them.

declare -A FIELD=()
OPTIONS=() ARGS=() SECRETS=()

# ORDER keeps the text as it came, to be stored with a release.
payload_read() {
  ORDER=$(cat)
  payload_decode "$ORDER"
}

payload_decode() {
  local name value
  while IFS= read -r -d '' name && IFS= read -r -d '' value; do
    case $name in
      option) OPTIONS+=("$value") ;;
      arg) ARGS+=("$value") ;;
      secret) SECRETS+=("$value") ;;
      *[!a-z0-9_]* | '') ;;
      *) FIELD[$name]=$value ;;
    esac
  done < <(base64 -d <<<"$1")
}

# What an order of an earlier version of the action does not say
payload_defaults() {
  : "${FIELD[base]=*}" "${FIELD[image_bytes]=0}" "${FIELD[bake_time]=0}" "${FIELD[bake_min_requests]=20}" "${FIELD[bake_max_error_share]=0.1}"
  : "${FIELD[leased]=yes}" "${FIELD[canary_share]=}" "${FIELD[canary_lease]=60}" "${FIELD[canary_header]=X-Canary}"
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

# Not readonly: a secret may have the name.
SERVICE_KEY='[a-z0-9]([a-z0-9.-]*[a-z0-9])?'

RELEASE='[A-Za-z0-9]([A-Za-z0-9.-]*)'

# The fields that every order to change what serves has
order_valid() {
  payload_defaults
  payload_check '[A-Za-z0-9-]+' deploy_id &&
    payload_check "$SERVICE_KEY" service &&
    payload_check '[a-z0-9-]+' region &&
    payload_check "(\*|$RELEASE( $RELEASE)*)?" base &&
    payload_check '[0-9]{1,6}' drain_timeout stop_timeout lock_timeout bake_time bake_min_requests &&
    payload_check '[0-9]{1,6}(\.[0-9]+)?' bake_max_error_share &&
    payload_check '[1-9][0-9]{0,3}' keep &&
    payload_check '([1-9][0-9]?)?' canary_share &&
    payload_check '[0-9]{1,4}' canary_lease &&
    payload_check '[A-Za-z0-9-]+' canary_header
}

rollback_valid() {
  order_valid && payload_check "($RELEASE)?" release
}

payload_valid() {
  local line=$'[^\n]*'
  order_valid &&
    payload_check "$RELEASE" release &&
    payload_check 'sha256:[0-9a-f]{64}' digest &&
    payload_check "[^-][^[:space:]]*@${FIELD[digest]}" image &&
    payload_check '[^-][^[:space:]]*' proxy_image &&
    payload_check '[A-Za-z0-9.:-]*' login proxy_login &&
    payload_check '[0-9]{1,5}' port http_port &&
    payload_check '/[^[:space:]]*' health_path &&
    payload_check '[^[:space:]]*' health_host &&
    payload_check '[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*' health_codes &&
    payload_check '[0-9]{1,6}(\.[0-9]+)?' health_timeout health_interval &&
    payload_check '[0-9]{1,15}' image_bytes &&
    payload_check "\{$line\}" proxy_server manifest
}
