# shellcheck shell=bash
# rollback: returns to an earlier verified release.

main() {
  root_environment
  payload_read
  exec 3>&1 </dev/null >/dev/null 2>&1
  state_paths "${FIELD[service]}"
  RESULT[outcome]=failed RESULT[cause]=release-not-found RESULT[detail]="${FIELD[release]-}"
  publish "$(result_json)"
  exit 1
}
