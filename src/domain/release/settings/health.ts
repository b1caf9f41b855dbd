import { Invalid, neverEmpty, optional, textField } from '../../field/field.ts'
import { boolean, duration, spellDuration, text } from '../../field/fields.ts'
import { hidden, shown } from './setting.ts'

const group = 'Health and traffic'
const acts = 'health-check'
/** Only a service with visitors can be asked. */
const kind = 'web'
/** A preview is visited. */
const OF_WORKERS = ['deploy', 'plan'] as const

const CODES = /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/
const EXPECTED_CODES = 'status codes and rising ranges, such as 200-399 or 200,204'

/** With labels as DNS and TLS have them, and possibly a port. */
const HOST =
  /^(?=[^:]{1,253}(:|$))[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?(:\d{1,5})?$/

/** Nothing is in a falling range, so no release would ever be healthy. */
function readCodes(text: string): string {
  const falls = text.split(',').some((range) => {
    const [first = '', last = first] = range.split('-')
    return first > last
  })
  if (!CODES.test(text) || falls) throw new Invalid(EXPECTED_CODES)
  return text
}

/** The health check and its time limits. */
export const HEALTH = {
  'health-path': hidden(
    text({
      pattern: /^\/([^\s%#]|%[0-9A-Fa-f]{2})*$/,
      expected: 'a path that begins with /, without #, and with % in escapes such as %20 only',
      default: '/',
      group,
      kind,
      description: 'Path of the health check.',
    }),
    { acts },
  ),
  'health-codes': hidden(
    textField(
      {
        pattern: CODES,
        expected: EXPECTED_CODES,
        default: '200-399',
        group,
        kind,
        description: 'Status codes that count as healthy. The check does not follow redirects.',
      },
      readCodes,
    ),
    { acts },
  ),
  'health-host': hidden(
    optional(
      text({
        pattern: HOST,
        expected: 'a host name, possibly with a port',
        group,
        kind,
        description: 'Host header of the health check, for applications that require one.',
      }),
    ),
    { acts },
  ),
  'health-timeout': shown(
    duration({
      default: '60s',
      min: 1,
      max: 3600,
      group,
      description: 'How long a new release may take to become healthy.',
    }),
    { acts, identity: false, spell: spellDuration },
  ),
  'health-interval': shown(
    duration({
      default: '1s',
      min: 0.1,
      max: 60,
      group,
      kind,
      description: 'Longest pause between two health checks. The first ones follow faster.',
    }),
    { acts, identity: false, spell: spellDuration },
  ),
  'settle-time': shown(
    duration({
      default: '5s',
      min: 1,
      max: 3600,
      group,
      kind: 'worker',
      commands: OF_WORKERS,
      description:
        'With `port: none`: how long a new release must run before it counts as healthy, unless its image has a HEALTHCHECK, which decides instead.',
    }),
    { acts, identity: false, spell: spellDuration },
  ),
  'stop-first': shown(
    neverEmpty(
      boolean({
        default: 'false',
        group,
        kind: 'worker',
        commands: OF_WORKERS,
        description:
          'With `port: none`: stop the old release before the new one starts, so that a host never runs two at a time. If the new one fails, the old one is started again.',
      }),
    ),
    { acts: 'container', identity: false },
  ),
}
