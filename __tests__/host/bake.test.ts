import { describe, expect, it } from '@jest/globals'
import { shell } from './shell.ts'

const count = (code: string, handler: string, server: string, n: number): string =>
  `caddy_http_request_duration_seconds_count{code="${code}",handler="${handler}",method="GET",server="${server}"} ${n}`

const METRICS = [
  '# HELP caddy_http_request_duration_seconds Histogram',
  'caddy_http_request_duration_seconds_bucket{code="500",handler="reverse_proxy",method="GET",server="web",le="1"} 77',
  count('200', 'reverse_proxy', 'web', 100),
  count('502', 'reverse_proxy', 'web', 10),
  count('503', 'reverse_proxy', 'web', 5),
  count('200', 'headers', 'web', 7),
  count('502', 'headers', 'web', 2),
  count('500', 'reverse_proxy', 'web.staging', 1000),
  count('500', 'subroute', 'web', 1000),
  'caddy_http_response_duration_seconds_count{code="500",handler="reverse_proxy",method="GET",server="web"} 1000',
  '',
].join('\n')

describe('the bake', () => {
  it("counts this service's answers, without those to the read-back", () => {
    expect(shell('answers_count web "$1"; echo "$ANSWERS $ERRORS"', { args: [METRICS] }).stdout).toBe('106 13\n')
    expect(shell('answers_count web ""; echo "$ANSWERS $ERRORS"').stdout).toBe('0 0\n')
  })

  it('counts beyond a million, where the proxy writes exponents', () => {
    const metrics = [count('200', 'reverse_proxy', 'web', 5), count('500', 'reverse_proxy', 'web', 7).replace(/7$/, '1.234567e+06')].join(
      '\n',
    )
    expect(shell('answers_count web "$1"; echo "$ANSWERS $ERRORS"', { args: [metrics] }).stdout).toBe('1234572 1234567\n')
  })

  it('counts from where the release got the traffic, and from nothing after the counters began anew', () => {
    const curl = `n=$(cat "$(dirname "$0")/n" 2>/dev/null); n=$((n + 1)); echo $n >"$(dirname "$0")/n"
case $n in
  1) echo '${count('200', 'reverse_proxy', 'web', 50)}'; echo '${count('500', 'reverse_proxy', 'web', 50)}' ;;
  2) echo '${count('200', 'reverse_proxy', 'web', 70)}'; echo '${count('500', 'reverse_proxy', 'web', 52)}' ;;
  3) echo '${count('500', 'reverse_proxy', 'web', 30)}' ;;
esac`
    const code = `FIELD=([service]=web [bake_time]=5 [bake_max_error_share]=0.1 [bake_min_requests]=20); bake_begin
bake_errors || echo "fine"; bake_errors && echo "$HEALTH_CAUSE: $HEALTH_WORDS"; bake_errors || echo 'no word from the proxy'`
    expect(shell(code, { commands: { curl } }).stdout).toBe('fine\nbake-errors: 30 of 30 answers were 5xx\nno word from the proxy\n')
  })

  it.each([
    [3, 20, '0.1', 20, true],
    [2, 20, '0.1', 20, false],
    [19, 19, '0.1', 20, false],
    [0, 0, '0', 0, false],
    [1, 1000, '0', 20, true],
    [20, 20, '1', 20, false],
    [1, 8, '0.125', 1, false],
    [2, 15, '0.133333333', 1, true],
    [9, 100, '0.09', 20, false],
    [10, 100, '0.09', 20, true],
  ])('%i of %i at most %s, of at least %i: too many is %s', (errors, answers, share, minimum, bad) => {
    const { stdout } = shell('too_many "$@" && echo true || echo false', { args: [errors, answers, share, minimum].map(String) })
    expect(stdout).toBe(`${bad}\n`)
  })
})
