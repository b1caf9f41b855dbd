# shellcheck shell=bash
# What a verb reports: one line of JSON first on stdout, then the end of the log.
# A verb's own stdout goes to the log; file descriptor 3 is the agent's stdout.

# Run Command keeps the first 24,000 characters of stdout.
OUTPUT_LIMIT=23500 LOG_LIMIT=10240

STEPS='' STEP='' STEP_BEGAN=0 NOW_MS=0 LOG=/dev/null
SCRIPT_BEGAN=$((${EPOCHREALTIME//[!0-9]/} / 1000))
declare -A RESULT=([exitCode]=null [healthCode]=null)

now_ms() {
  NOW_MS=$((${EPOCHREALTIME//[!0-9]/} / 1000))
}

step() {
  step_end
  STEP=$1
  STEP_BEGAN=$NOW_MS
  printf '== %s\n' "$STEP"
}

step_end() {
  now_ms
  [ -n "$STEP" ] || return 0
  STEPS+="${STEPS:+,}{\"name\":\"$STEP\",\"ms\":$((NOW_MS - STEP_BEGAN))}"
  STEP=''
}

# Names and digests enter the JSON as they are; everything else as base64.
word() {
  WORD=${1//[!A-Za-z0-9._:@+\/-]/}
}

base64_of() {
  [ -z "$1" ] || printf '%s' "$1" | head -c "$2" | base64 -w0
}

one_line() {
  ONE_LINE=${1//[$'\n\r\t']/ }
}

result_json() {
  local name text
  for name in outcome cause release previous serving servingRelease; do
    word "${RESULT[$name]-}"
    printf '%s"%s":"%s"' "${text:-{}" "$name" "$WORD"
    text=,
  done
  one_line "${RESULT[detail]-}"
  printf ',"exitCode":%s,"healthCode":%s,"ports":[%s],"detail":"%s"' \
    "${RESULT[exitCode]}" "${RESULT[healthCode]}" "${RESULT[ports]-}" "$(base64_of "$ONE_LINE" 1000)"
  printf ',"evidence":{"logs":"%s","health":"%s","host":"%s"}' \
    "$(base64_of "${RESULT[logs]-}" 6144)" "$(base64_of "${RESULT[health]-}" 1024)" "$(base64_of "${RESULT[host]-}" 800)"
  printf ',"rolledBack":%s,"servedAfterMs":%s,"manifest":"%s"' "${RESULT[rolledBack]-false}" "${RESULT[servedAfterMs]-null}" "$(base64_of "${RESULT[manifest]-}" 1500)"
  printf ',"canary":%s,"steps":[%s],"replayed":false}\n' "${RESULT[canary]-null}" "$STEPS"
}

# Prints a finished result: the JSON line, then as much of the log's end as the agent keeps.
publish() {
  local json=$1 room
  trap - EXIT
  room=$((OUTPUT_LIMIT - ${#json}))
  {
    printf '%s\n' "$json"
    tail -c "$((room < LOG_LIMIT ? room : LOG_LIMIT))" "$LOG"
  } >&3
}

# A defect of these scripts must not look like silence: whatever ends the shell, there is a result.
publish_at_exit() {
  RESULT[outcome]=failed RESULT[cause]=script-failed RESULT[detail]="the script ended in step ${STEP:-before the first}"
  step_end
  [ -z "$WORK" ] || rm -rf "$WORK"
  publish "$(result_json)"
  exit 1
}

# How every verb begins: the payload is read, and from here on stdout, which is 3 now, gets nothing but the result.
script_begin() {
  root_environment
  payload_read
  exec 3>&1 </dev/null >/dev/null 2>&1
  trap publish_at_exit EXIT
}
