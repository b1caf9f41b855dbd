import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { payload, shell } from './shell.ts'

const line = (kind: string, labels: string, value: number | string): string =>
  `caddy_http_request_duration_seconds_${kind}{${labels}} ${value}`

function histogram(code: string, handler: string, server: string, [fast, all]: [number, number]): string {
  const labels = `code="${code}",handler="${handler}",method="GET",server="${server}"`
  return [
    line('bucket', `${labels},le="0.005"`, fast),
    line('bucket', `${labels},le="2.5"`, all),
    line('bucket', `${labels},le="+Inf"`, all),
    line('sum', labels, all / 100),
    line('count', labels, all),
  ].join('\n')
}

const METRICS = [
  'caddy_config_last_reload_success_timestamp_seconds 1.79e+09',
  'process_start_time_seconds 1.78e+09',
  histogram('200', 'reverse_proxy', 'web', [90, 100]),
  histogram('500', 'reverse_proxy', 'web', [1, 4]),
  histogram('200', 'headers', 'web', [2, 3]),
  histogram('200', 'log_append', 'web', [10, 20]),
  histogram('503', 'log_append', 'web', [5, 5]),
  histogram('101', 'log_append', 'web', [0, 9]),
  histogram('200', 'vars', 'web', [999, 999]),
  histogram('500', 'log_append', 'web.staging', [999, 999]),
  'caddy_http_response_duration_seconds_count{code="200",handler="log_append",method="GET",server="web"} 999',
].join('\n')

describe('the counters of both tracks', () => {
  it('are told apart by the handler that a request passed first', () => {
    expect(JSON.parse(shell('counters web', { stdin: METRICS }).stdout)).toEqual({
      epoch: '/1.79e+09/1.78e+09',
      bounds: [0.005, 2.5],
      live: { total: 101, errors: 4, micros: 1_010_000, buckets: [89, 101] },
      canary: { total: 25, errors: 5, micros: 250_000, buckets: [15, 25] },
    })
  })

  it('go beyond a million, where the proxy writes exponents', () => {
    const metrics = histogram('200', 'log_append', 'web', [1, 2]).replace(/ 2$/gm, ' 1.234567e+06')
    expect(JSON.parse(shell('counters web', { stdin: metrics }).stdout)).toMatchObject({
      canary: { total: 1_234_567, buckets: [1, 1_234_567] },
    })
  })

  it('are nothing where nothing was asked yet, and none when the proxy does not answer', () => {
    const none = { total: 0, errors: 0, micros: 0, buckets: [] }
    expect(JSON.parse(shell('counters web').stdout)).toEqual({ epoch: '', bounds: [], live: none, canary: none })
    const code = `FIELD[service]=web CANARY_SHARE=10 CANARY_STEP=0; canary_tell; printf '%s' "\${RESULT[canary]}"`
    expect(JSON.parse(shell(code, { commands: { curl: 'exit 7' } }).stdout)).toEqual({
      share: 10,
      step: 0,
      health: 'healthy',
      counters: null,
    })
  })
})

it.each([
  [0, '0'],
  [1, '028f5c28'],
  [10, '19999999'],
  [50, '80000000'],
  [99, 'fd70a3d7'],
])('a share of %i% is the threshold %s', (share, threshold) => {
  expect(shell('state_open web; split_set "$1"; cat "$SPLIT_FILE"', { args: [String(share)] }).stdout).toBe(threshold)
})

it('a service has a threshold from the beginning, and keeps it', () => {
  expect(shell('state_open web; cat "$SPLIT_FILE"; split_set 50; state_open web; cat "$SPLIT_FILE"').stdout).toBe('080000000')
})

it.each([
  ['0', 'none'],
  ['75', '80000000'],
])('a full disk does not keep a canary its traffic: of a share of %s%% stays %s', (share, expected) => {
  const code = 'state_open web; split_set 50; mkdir "$SPLIT_FILE.new"; split_set "$1"; cat "$SPLIT_FILE" || printf none'
  expect(shell(code, { args: [share] }).stdout).toBe(expected)
})

const CANARY = 'd-1 new-1 abc123 172.29.0.7:8080 1 50 1795600000'
const START = `state_open web.production; printf '%s' '${CANARY}' >"$SERVICE_DIR/canary"; split_set 50
printf '172.29.0.2:8080' >"$LIVE_FILE"; FIELD[drain_timeout]=1 FIELD[stop_timeout]=1 FIELD[leased]=yes FIELD[canary_lease]=60`
// No requests are open; docker writes down what it is asked for.
const COMMANDS = {
  curl: "printf '[]'",
  docker: 'echo "docker $*" >>"${0%/*}/calls"; case "$*" in *State.Running*) echo "${RUNS:-true}" ;; esac',
}
const CALLS = `; cat "\${PATH%%:*}/calls" >&2`
const AFTER = `; printf '%s|%s' "$(cat "$SPLIT_FILE")" "$(cat "$SERVICE_DIR/canary" 2>/dev/null)"`

describe('a kill while a canary is taken back', () => {
  const LEFT = `left() { printf '%s %s %s\\n' "$1" "$(cat "$SPLIT_FILE")" "$([ -e "$SERVICE_DIR/canary" ] && echo known || echo closed)"; }`
  const STEPS =
    'evidence() { left evidence; }; slot_discard() { left slot; }; proxy_put_back() { left server; }; serving_read() { left end; }'

  it('leaves it to be found as long as slot or server are not as they were, and never its traffic', () => {
    const code = `${START}; ${LEFT}; ${STEPS}; finish() { :; }; step() { :; }
CANARY_HELD=yes SLOT_ID=abc123 EARLIER_SERVER='{}'; fail canary-ill 'no answer' | tail -n +2`
    expect(shell(code).stdout).toBe('evidence 0 known\nslot 0 known\nserver 0 known\nend 0 closed\n')
  })

  it('is no other when the runner asks for it', () => {
    const VERB = readFileSync(join(import.meta.dirname, '../../host/canary.sh'), 'utf8').replace(/\nmain\(\) \{[^]*/, '')
    const code = `${VERB}\n${START}; ${LEFT}; slot_alive() { :; }; fail() { left "$1"; }; FIELD[cause]=canary-slow FIELD[detail]=; take_back`
    expect(shell(code).stdout).toBe('canary-slow 0 known\n')
  })
})

describe('what is known of a canary', () => {
  it('is read from one line', () => {
    const code = `${START}; canary_read && printf '%s\\0' "$CANARY_ID" "$CANARY_RELEASE" "$CANARY_SLOT" "$CANARY_ADDRESS" "$CANARY_STEP" "$CANARY_SHARE" "$CANARY_SINCE"`
    expect(shell(code).values).toEqual(CANARY.split(' '))
  })

  it.each(['', 'garbage', 'd-1 new-1 abc123 172.29.0.7 1 50 1', 'd-1 ../x abc123 1.2.3.4:80 1 50 1', 'd-1 new-1 $(id) 1.2.3.4:80 1 50 1'])(
    '%j is none',
    (text) => {
      expect(shell('state_open web; printf "%s" "$1" >"$SERVICE_DIR/canary"; canary_read', { args: [text] }).status).toBe(1)
    },
  )

  it.each([
    ['ahead', '$((UPTIME + 60))', 'on'],
    ['reached', '$UPTIME', 'overdue'],
    ['lost', "''", 'overdue'],
    ['garbage', 'x', 'overdue'],
  ])('its deadline is %s', (_, deadline, expected) => {
    const code = `${START}; uptime_read; printf '%s' ${deadline} >"$SERVICE_DIR/canary.deadline"; canary_overdue && printf overdue || printf on`
    expect(shell(code).stdout).toBe(expected)
  })
})

describe('a canary that a run left behind', () => {
  it('loses the traffic, and is removed', () => {
    const run = shell(`${START}; canary_heal${AFTER}${CALLS}`, { commands: COMMANDS })
    expect(run.stdout).toBe('ending the canary of new-1: it was left by a run that was cut short\n0|')
    expect(run.stderr).toMatch(/docker stop -t 1 abc123\n/)
    expect(run.stderr).toMatch(/docker rm -f -v abc123\n/)
  })

  it('is left alone when it has the whole traffic meanwhile', () => {
    const run = shell(`${START}; printf '172.29.0.7:8080' >"$LIVE_FILE"; canary_heal${AFTER}${CALLS}`, { commands: COMMANDS })
    expect(run.stdout).toContain('0|')
    expect(run.stderr).not.toMatch(/docker (stop|rm)/)
  })

  it('is another run’s for one that holds no lease, as long as it is attended to', () => {
    const code = `fail() { printf '%s %s' "$@"; exit; }; LIVE_RELEASE=old-1; ${START}; FIELD[leased]='' ; canary_renew; canary_heal`
    expect(shell(code, { commands: COMMANDS }).stdout).toBe('moved-on old-1')
    expect(shell(code, { commands: COMMANDS, env: { RUNS: 'false' } }).stdout).toContain('ending the canary')
  })

  it('takes its share along when nobody knows it any more', () => {
    expect(shell(`${START}; rm "$SERVICE_DIR/canary"; canary_heal${AFTER}`, { commands: COMMANDS }).stdout).toBe('0|')
  })
})

describe("the dead man's switch", () => {
  it('ends the canary at its deadline, and then itself', () => {
    const code = `${START}; FIELD[canary_lease]=1; canary_renew; printf '%s' "$(base64 -w0 <<<'')" >"$SERVICE_DIR/canary.order"
(switch_watch web.production d-1); cat "$SERVICE_DIR/canary.ended" "$SPLIT_FILE"; ls "$SERVICE_DIR"${CALLS}`
    const { stdout, stderr } = shell(code, { commands: COMMANDS })
    expect(stdout).toMatch(/^d-1 nobody has attended to it any more0/)
    expect(stdout).not.toMatch(/canary\.(deadline|order|sh)/)
    expect(stderr).toMatch(/docker rm -f -v abc123\n/)
  })

  it('ends it also when its order is damaged, and puts the server back', () => {
    const code = `${START}; printf 0 >"$SERVICE_DIR/canary.deadline"; printf x >"$SERVICE_DIR/canary.order"; printf '{"a":[]}' >"$SERVICE_DIR/canary.server"
FIELD=(); (switch_watch web.production d-1)${AFTER}; cat "$STATE/proxy/servers/web.production.json"${CALLS}`
    const { stdout, stderr } = shell(code, { commands: { ...COMMANDS, curl: String.raw`printf '[]\n200'` } })
    expect(stdout).toBe('0|{"a":[]}')
    expect(stderr).toMatch(/docker stop -t 10 abc123\ndocker rm -f -v abc123\n/)
  })

  it('ends by itself when the canary has ended, or is another one', () => {
    const code = `${START}; (switch_watch web.production d-0)${AFTER}`
    expect(shell(code, { commands: COMMANDS }).stdout).toBe(`80000000|${CANARY}`)
  })

  it('does not end one whose deadline was renewed while it waited for the lock', () => {
    const code = `${START}; printf 0 >"$SERVICE_DIR/canary.deadline"; lock_take() { canary_renew; exec {LOCK}>>"$SERVICE_DIR/lock"; }
switch_expire d-1; printf '%s ' "$?"${AFTER}`
    expect(shell(code, { commands: COMMANDS }).stdout).toBe(`1 80000000|${CANARY}`)
  })

  it('keeps the traffic from the canary while somebody holds the lock for long', () => {
    const code = `${START}; printf 0 >"$SERVICE_DIR/canary.deadline"; flock() { return 1; }; switch_expire d-1; printf '%s ' "$?"${AFTER}`
    expect(shell(code, { commands: COMMANDS }).stdout).toBe(`1 0|${CANARY}`)
  })

  it('is what a canary does not begin without', () => {
    const code = `${START}; rm "$SERVICE_DIR/canary"; mkdir "$SERVICE_DIR/canary.sh"; fail() { printf '%s ' "$1"; cat "$SPLIT_FILE"; exit; }; split_set 0
FIELD[service]=web.production FIELD[deploy_id]=d-2 FIELD[release]=new-2 FIELD[port]=80 FIELD[canary_share]=10; SLOT_ID=a SLOT_IP=1.2.3.4 ORDER=; canary_begin | tail -1`
    expect(shell(code, { commands: COMMANDS }).stdout).toBe('out-of-disk 0')
  })

  it('is a program of its own, made of all functions', () => {
    const code = `${START}; FIELD[service]=web.production; canary_read; setsid() { :; }; switch_arm; wait; bash -n "$SERVICE_DIR/canary.sh" && tail -1 "$SERVICE_DIR/canary.sh"`
    expect(shell(code, { commands: { setsid: ':', 'systemd-run': 'exit 1' } }).stdout).toBe('switch_watch web.production d-1\n')
  })
})

describe('the verb canary', () => {
  const VERB = readFileSync(join(import.meta.dirname, '../../host/canary.sh'), 'utf8')
  const fields = (changes: Record<string, string>) =>
    payload(
      Object.entries({
        deploy_id: 'o-1',
        service: 'web.production',
        region: 'us-east-1',
        lock_timeout: '1',
        canary: 'd-1',
        action: 'observe',
        ...changes,
      }),
    )

  it.each([
    ['another canary', { canary: 'd-0' }],
    ['a canary that is not there', { canary: 'd-9', action: 'promote' }],
    ['taking back another one', { canary: 'd-0', action: 'abort', cause: 'canary-slow', detail: '' }],
  ])('refuses %s, and changes nothing', (_, changes) => {
    const run = shell(`${START}\nbefore=$(cat "$SPLIT_FILE")\n${VERB}\n(main); exec >&2${AFTER}`, {
      stdin: fields(changes),
      commands: { ...COMMANDS, docker: 'exit 0' },
    })
    expect(JSON.parse(run.stdout.split('\n', 1)[0] ?? '')).toMatchObject({ outcome: 'failed', cause: 'canary-ended' })
    expect(run.stderr).toBe(`80000000|${CANARY}`)
  })

  it.each([
    ['an action', { action: 'explode' }, 'action'],
    ['a share', { action: 'shift', share: '100', step: '1' }, 'share'],
    ['a share of none', { action: 'shift', share: '0', step: '1' }, 'share'],
    ['a step', { action: 'shift', share: '50', step: '-1' }, 'step'],
    ['an id', { canary: '../x' }, 'canary'],
    ['a cause', { action: 'abort', cause: '$(id)' }, 'cause'],
  ])('does not take everything for %s', (_, changes, field) => {
    const run = shell(`${START}\n${VERB}\nmain`, { stdin: fields(changes), commands: COMMANDS })
    const result = JSON.parse(run.stdout.split('\n', 1)[0] ?? '') as { cause: string; detail: string }
    expect([result.cause, Buffer.from(result.detail, 'base64').toString()]).toEqual([
      'bad-payload',
      `field ${field} is missing or malformed`,
    ])
  })

  it.each([
    ['on', '2', '75', 'c0000000|d-1 new-1 abc123 172.29.0.7:8080 2 75 1795600000'],
    ['not back, when it arrives late', '1', '10', `80000000|${CANARY}`],
  ])('shifts %s', (_, step, share, expected) => {
    const code = `${START}; canary_read; finish() { :; }; probe() { :; }\n${VERB.replace(/\nmain\(\) \{[^]*/, '')}
FIELD[service]=web.production FIELD[step]="$1" FIELD[share]="$2"; shift_share >/dev/null${AFTER}`
    expect(shell(code, { args: [step, share], commands: COMMANDS }).stdout).toBe(expected)
  })
})
