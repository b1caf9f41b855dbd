import { describe, expect, it } from '@jest/globals'
import { payload, shell } from './shell.ts'

/** A service with these verified releases, all files of one age; the line as it is given. */
function history(line: string, code: string, verified = 'a b c d'): string {
  const releases = verified.split(' ').map((release) => `printf '{}' >"$SERVICE_DIR/releases/${release}.json"`)
  const setup = `state_open web; FIELD=([service]=web); ACTIVE=''\n${releases.join('\n')}\nprintf '${line}' >"$SERVICE_DIR/history"; history_read`
  const { stdout, stderr } = shell(`${setup}\n${code}`)
  expect(stderr).toBe('')
  return stdout
}

const SHOW = 'cat "$SERVICE_DIR/history"'

describe('the line of verified releases', () => {
  it.each([
    ['goes back to what served before', 'a\\nb\\nc\\nd\\n', 'd', 'c'],
    ['never goes back to one that was rolled back from', 'a\\nb\\nc left\\nd\\n', 'd', 'b'],
    ['never goes forward', 'a\\nb\\nc left\\nd left\\n', 'b', 'a'],
    ['ends at the oldest', 'a\\nb\\nc\\nd\\n', 'a', ''],
    ['starts at the newest for one that is not in it', 'a\\nb\\nc\\nd left\\n', 'x', 'c'],
    ['leaves out what is not verified', 'a\\nx\\nd\\nb\\nc\\n', 'd', 'a'],
    ['survives garbage and repetition', 'a\\n../x\\n\\001\\nb\\nb\\na\\nc\\nd', 'd', 'c'],
  ])('%s', (_, line, from, before) => {
    expect(history(line, `history_before ${from}; printf %s "$BEFORE"`)).toBe(before)
  })

  it('takes a release whose place got lost for an older one, by the age of its file', () => {
    const code = `touch -d @2 "$SERVICE_DIR/releases/a.json"; touch -d @1 "$SERVICE_DIR/releases/c.json"; history_read; echo "\${LINE[@]}"`
    expect(history('b\\nd', code)).toBe('c a b d\n')
  })

  it('gets a new release, or one that is verified again, at its end', () => {
    expect(history('a\\nb left\\nc\\nd\\n', `history_append b; ${SHOW}`)).toBe('a\nc\nd\nb\n')
  })

  it('notes on a return what was left, and takes the mark from what serves again', () => {
    expect(history('a\\nb\\nc\\nd\\n', `history_return b; ${SHOW}`)).toBe('a\nb\nc left\nd left\n')
    expect(history('a\\nb\\nc left\\nd left\\n', `history_return c; ${SHOW}`)).toBe('a\nb\nc\nd left\n')
  })

  it('forgets the oldest beyond its length, but not the way back', () => {
    const code = `KNOWN=3; history_append d; ${SHOW}; ls "$SERVICE_DIR/releases"`
    expect(history('a\\nb\\nc left\\nd\\n', code)).toBe('b\nc left\nd\nb.json\nc.json\nd.json\n')
    expect(history('a\\nb left\\nc left\\nd\\n', code)).toBe('a\nc left\nd\na.json\nc.json\nd.json\n')
  })

  it('names those that can be returned to, newest first', () => {
    const code = `for r in a c; do echo x >"$SERVICE_DIR/releases/$r.order"; done; history_names; printf %s "$NAMES"`
    expect(history('a\\nb\\nc\\nd\\n', code)).toBe('c a')
  })

  it('is no line where nothing is verified, and a damaged manifest counts only for the active release', () => {
    const code = `: >"$SERVICE_DIR/releases/a.json"; history_read; echo "\${#LINE[@]}"; settled a || echo no; ACTIVE=a; settled a && echo yes`
    expect(history('a\\n', code, 'a')).toBe('0\nno\nyes\n')
  })
})

describe('a stored order', () => {
  const order = payload([
    ['deploy_id', 'old'],
    ['release', 'a'],
    ['port', '3000'],
    ['bake_time', '99'],
    ['option', '--env'],
    ['option', "A=$(id)\n'"],
    ['secret', 'S=ssm:/x'],
  ])

  it('gives what makes the release; what the run was told stays', () => {
    const code = `printf %s '${order}' >"$SERVICE_DIR/releases/a.order"; payload_valid() { :; }
FIELD+=([deploy_id]=new [release]='' [bake_time]=5); OPTIONS=(x); order_load a && printf '%s|' "\${FIELD[deploy_id]}" "\${FIELD[release]}" "\${FIELD[bake_time]}" "\${FIELD[port]}" "\${OPTIONS[@]}" "\${SECRETS[@]}"`
    expect(history('a\\n', code)).toBe("new|a|5|3000|--env|A=$(id)\n'|S=ssm:/x|")
  })

  it.each(['', 'AAAA', '%%%', 'bm9uc2Vuc2U='])('that is damaged (%j) is refused', (text) => {
    const code = `printf %s '${text}' >"$SERVICE_DIR/releases/a.order"; order_load a || printf refused`
    expect(history('a\\n', code)).toBe('refused')
  })
})
