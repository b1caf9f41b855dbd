import { RELEASES, WORKS_ON_HOSTS } from '../../domain/command.ts'
import { guard } from '../../domain/field/field.ts'
import { decimal, duration, integer, text } from '../../domain/field/fields.ts'
import { commaList } from '../../domain/field/list-fields.ts'
import { IMAGE_REFERENCE, isReachable } from '../../domain/image/image-reference.ts'
import { unicodePattern } from '../../domain/text.ts'
import { PROXY_IMAGE } from '../../domain/order/proxy-image.ts'

const group = 'Health and traffic'

/** How a host goes from one release to the next. */
export const ROLLOUT = {
  'drain-timeout': duration({
    default: '30s',
    min: 0,
    max: 3600,
    group,
    commands: WORKS_ON_HOSTS,
    description: 'How long the old release may take to finish its requests (and WebSockets) after the cut-over.',
  }),
  'certificate-timeout': duration({
    default: '2m',
    min: 1,
    max: 3600,
    group: 'HTTPS',
    kind: 'web',
    commands: WORKS_ON_HOSTS,
    description:
      'How long the authority may take to issue the certificates of a release. Until then, the old release serves. A valid certificate on the host is enough.',
  }),
  'bake-time': duration({
    default: '10s',
    min: 0,
    max: 3600,
    group,
    commands: WORKS_ON_HOSTS,
    description:
      'How long the old release keeps running after the cut-over while the action watches restarts, health and errors of the new one. If the new release goes bad, the old one is switched back at once.',
  }),
  'bake-max-errors': decimal({
    default: '0.1',
    min: 0,
    max: 1,
    group,
    kind: 'web',
    commands: WORKS_ON_HOSTS,
    description: 'Highest share of 5xx answers while a release bakes, from 20 answers on. Above it, the release is rolled back.',
  }),
  alarms: guard(
    { off: 'none', absent: [] },
    commaList({
      pattern: unicodePattern(String.raw`^[^,\p{Cc}]{1,255}$`),
      expected: 'names of CloudWatch alarms, separated by commas, 20 at most',
      most: 20,
      group,
      commands: RELEASES,
      description:
        'CloudWatch alarms that judge a new release, such as `web-5xx, web-latency`. If one is in `ALARM` at the start, the run is refused. If one goes to `ALARM` during a canary or before the end of `bake-time`, the release is rolled back at once. `none` asks no alarm.',
    }),
  ),
  'retain-releases': integer({
    default: '3',
    min: 2,
    max: 20,
    group,
    commands: WORKS_ON_HOSTS,
    description: 'How many releases the host keeps for a rollback, with container and image, including the live one.',
  }),
  'proxy-image': text({
    pattern: IMAGE_REFERENCE,
    isValid: isReachable,
    expected: 'an image reference with a name in lower case',
    default: PROXY_IMAGE,
    group,
    kind: 'web',
    commands: WORKS_ON_HOSTS,
    description: 'Image of the proxy, Caddy 2.11.2 or newer.',
  }),
}
