# shellcheck shell=bash
# The line of verified releases, and the orders to make them again.
# A line of the file is `RELEASE`, or `RELEASE left` when it was rolled back from; oldest first, by the order of verification and not by a clock.

LINE=() LEFT=' ' KNOWN=20

# Its manifest is written when a release has served and was watched.
verified() {
  [ -n "$1" ] && [ -f "$SERVICE_DIR/releases/$1.json" ] && [ -s "$SERVICE_DIR/releases/$1.json" ]
}

# One whose manifest is damaged was verified nevertheless when it is the active one.
settled() {
  verified "$1" || [ "$ACTIVE" = "$1" ]
}

# Sets LINE and LEFT. A release whose place got lost counts as older than all whose place is known.
history_read() {
  local release mark file listed=' ' lost=()
  LINE=() LEFT=' '
  read_file "$SERVICE_DIR/history"
  while read -r release mark; do
    [[ $release =~ ^[A-Za-z0-9][A-Za-z0-9.-]*$ && $listed != *" $release "* ]] && verified "$release" || continue
    LINE+=("$release") listed+="$release "
    [ "$mark" != left ] || LEFT+="$release "
  done <<<"$CONTENT"
  for file in "$SERVICE_DIR"/releases/*.json; do
    file=${file##*/} release=${file%.json}
    [[ $listed == *" $release "* ]] || ! verified "$release" || lost+=("$release")
  done
  [ ${#lost[@]} -eq 0 ] || history_find "${lost[@]}"
}

history_find() {
  local found
  mapfile -t found < <(cd "$SERVICE_DIR/releases" && ls -tr -- "${@/%/.json}")
  LINE=("${found[@]%.json}" ${LINE[@]+"${LINE[@]}"})
}

history_write() {
  local release text=''
  for release in ${LINE[@]+"${LINE[@]}"}; do
    text+=$release
    [[ $LEFT != *" $release "* ]] || text+=' left'
    text+=$'\n'
  done
  write_file "$SERVICE_DIR/history" "$text"
}

# history_before RELEASE: sets BEFORE to what is before it in the line, without those that were rolled back from.
# For one that is not in the line, that is the newest.
history_before() {
  local release
  BEFORE=''
  for release in ${LINE[@]+"${LINE[@]}"}; do
    [ "$release" != "$1" ] || return 0
    [[ $LEFT == *" $release "* ]] || BEFORE=$release
  done
}

# history_append RELEASE: it is the newest now. The oldest ones are forgotten, but never the way back.
history_append() {
  local release line=() over
  LEFT=${LEFT/ $1 / }
  for release in ${LINE[@]+"${LINE[@]}"}; do
    [ "$release" = "$1" ] || line+=("$release")
  done
  LINE=(${line[@]+"${line[@]}"} "$1")
  history_before "$1"
  over=$((${#LINE[@]} - KNOWN)) line=()
  for release in "${LINE[@]}"; do
    if ((over > 0)) && [ "$release" != "$BEFORE" ]; then
      rm -f "$SERVICE_DIR/releases/$release.json" "$SERVICE_DIR/releases/$release.order"
      over=$((over - 1))
    else
      line+=("$release")
    fi
  done
  LINE=("${line[@]}")
  history_write
}

# history_return RELEASE: it serves again; all that came after it were left.
history_return() {
  local release after=''
  LEFT=${LEFT/ $1 / }
  for release in ${LINE[@]+"${LINE[@]}"}; do
    [ -z "$after" ] || [[ $LEFT == *" $release "* ]] || LEFT+="$release "
    [ "$release" != "$1" ] || after=yes
  done
  history_write
}

# order_load RELEASE [FILE]: takes the order that made a release for this run's payload. What the run itself was told stays.
order_load() {
  local name
  local -A own=()
  for name in "${!FIELD[@]}"; do own["$name"]=${FIELD["$name"]}; done
  read_file "${2:-$SERVICE_DIR/releases/$1.order}"
  FIELD=() OPTIONS=() ARGS=() SECRETS=()
  payload_decode "$CONTENT" 2>/dev/null
  for name in "${!own[@]}"; do
    [ "$name" = release ] || FIELD["$name"]=${own["$name"]}
  done
  payload_valid && [ "${FIELD[release]}" = "$1" ]
}

# order_port RELEASE: sets PORT, "" when the order is lost. In a subshell, as it takes the place of the payload.
order_port() {
  # shellcheck disable=SC2030 # on purpose
  PORT=$(order_load "$1" && printf '%s' "${FIELD[port]}")
}

# The releases that a rollback can go to, newest first
history_names() {
  local release names=''
  for release in ${LINE[@]+"${LINE[@]}"}; do
    [ ! -s "$SERVICE_DIR/releases/$release.order" ] || names="$release${names:+ $names}"
  done
  NAMES=$names
}
