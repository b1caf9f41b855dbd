# shellcheck shell=bash
# show: a verified release of a service with the order that made it, and whether it serves. Changes nothing.

show_valid() {
  payload_check "$SERVICE_KEY" service && payload_check "($RELEASE)?" release
}

# order_packed RELEASE: sets PACKED, "" when the order is lost
order_packed() {
  PACKED=$(base64 -d <"$SERVICE_DIR/releases/$1.order" | gzip -9 | base64 -w0) || PACKED=''
}

# Names are known to be what they should be; the file that says which release is active is not.
shown_json() {
  local index releases='' release=$1 verified=false left=false
  ! verified "$release" || verified=true
  [[ $LEFT != *" $release "* ]] || left=true
  for ((index = ${#LINE[@]} - 1; index >= 0; index--)); do releases+="${releases:+,}\"${LINE[index]}\""; done
  word "$ACTIVE"
  printf '{"outcome":"shown","release":"%s","verified":%s,"left":%s,"active":"%s","live":"%s","serving":"%s","healthy":%s,"releases":[%s],"order":"%s"}' \
    "$release" "$verified" "$left" "$WORD" "$LIVE_RELEASE" "$SERVING" "$HEALTHY" "$releases" "$PACKED"
}

main() {
  local release json SERVING='' HEALTHY=false PACKED=''
  script_begin
  show_valid || refuse_early bad-payload "field $BAD_FIELD is missing or malformed"
  containers_read || CONTAINERS=''
  state_paths "${FIELD[service]}"
  survey
  if [ "$LIVE_STATE" = running ] && live_proven; then
    SERVING=$LIVE_DIGEST
    ! code_fits "$SERVED_CODE" "${VISIT[3]}" || HEALTHY=true
  fi
  release=${FIELD[release]:-$LIVE_RELEASE}
  ! verified "$release" || order_packed "$release"
  json=$(shown_json "$release")
  if ((${#json} > OUTPUT_LIMIT)); then
    PACKED=too-large
    json=$(shown_json "$release")
  fi
  publish "$json"
}
