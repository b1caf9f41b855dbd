import { describe, expect, it } from '@jest/globals'
import { shell } from './shell.ts'

describe('the state of a host', () => {
  it('is written whole or not at all', () => {
    expect(
      shell(
        'mkdir -p "$STATE"; write_file "$STATE/a" "one"; write_file "$STATE/a" "$1"; read_file "$STATE/a"; printf "%s|" "$CONTENT"; ls "$STATE"',
        { args: ['two %s \\n'] },
      ).stdout,
    ).toBe('two %s \\n|a\n')
  })

  it.each([
    ['a shorter address', '172.29.0.10:8080', '172.29.0.9:80'],
    ['a longer address', '172.29.0.9:80', '172.29.0.10:8080'],
  ])('gives the traffic back to %s on a full disk, too', (_, bad, good) => {
    const code = `state_open web; write_file "$LIVE_FILE" "$1"; mkdir "$LIVE_FILE.new"; fail() { cat "$LIVE_FILE"; }; LIVE_ID=a LIVE=$2; switch_back`
    expect(shell(code, { args: [bad, good] }).stdout).toBe(good)
  })

  it('is locked for one deploy at a time, by the kernel', () => {
    const code = `state_open web; lock_take 1 first && printf 'first '
(lock_take 0 second) || printf 'refused '
exec {LOCK}>&-
(lock_take 0 third) && printf third`
    expect(shell(code).stdout).toBe('first refused third')
  })

  it('says who holds the lock', () => {
    expect(shell('state_open web; lock_take 1 d-1; cat "$SERVICE_DIR/lock"').stdout).toMatch(/^d-1 since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })

  it.each([
    [
      'the run, where the order tells it',
      '{"schema":1,"runUrl":"https://github.com/o/r/actions/runs/7"}',
      'https://github.com/o/r/actions/runs/7',
    ],
    ['the order otherwise', '', 'd-1'],
  ])('names as its holder %s', (_, manifest, name) => {
    const code = 'FIELD[deploy_id]=d-1 FIELD[manifest]=$1; holder_name; printf %s "$HOLDER_NAME"'
    expect(shell(code, { args: [manifest] }).stdout).toBe(name)
  })

  it('is locked again when a removal deleted the file that was waited for', () => {
    const code = `state_open web; lock_take 1 remove
(exec {LOCK}>&-; lock_take 5 deploy && test "$SERVICE_DIR/lock" -ef "/proc/self/fd/$LOCK" && printf 'own lock') &
sleep 0.2; rm -rf "$SERVICE_DIR"; exec {LOCK}>&-; wait`
    expect(shell(code).stdout).toBe('own lock')
  })

  it('carries output, status and errors of a command through one pipe', () => {
    const code = `exec {fd}< <(apart bash -c 'printf "out\\n\\n"; echo "err 1" >&2; exit 3'); read_apart "$fd"; printf '%s\\0' "$APART_OUT" "$APART_STATUS" "$APART_WORDS"`
    expect(shell(code).values).toEqual(['out\n\n', '3', 'err 1'])
  })
})
