import { WORKS_ON_HOSTS } from '../../domain/command.ts'
import { decimal, duration, integer, text } from '../../domain/field/fields.ts'
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
    description: 'How long requests in flight (and WebSockets) of the old release may go on after the cut-over.',
  }),
  'certificate-timeout': duration({
    default: '2m',
    min: 1,
    max: 3600,
    group: 'HTTPS',
    commands: WORKS_ON_HOSTS,
    description:
      'How long an authority may take to give out the certificates of a release. Until they are there, the old release serves; a certificate that is there and valid is enough.',
  }),
  'bake-time': duration({
    default: '10s',
    min: 0,
    max: 3600,
    group,
    commands: WORKS_ON_HOSTS,
    description:
      'How long the new release is watched after the cut-over, with the old one still running: restarts, health, errors. If it goes bad, the old one is put back at once.',
  }),
  'bake-max-errors': decimal({
    default: '0.1',
    min: 0,
    max: 1,
    group,
    commands: WORKS_ON_HOSTS,
    description: 'Share of answers with status 5xx during the bake, of at least 20 answers, above which a release is bad.',
  }),
  'retain-releases': integer({
    default: '3',
    min: 2,
    max: 20,
    group,
    commands: WORKS_ON_HOSTS,
    description:
      'How many releases stay on the host with container and image, ready to be returned to; the one that serves is one of them.',
  }),
  'proxy-image': text({
    pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
    expected: 'an image reference',
    default: PROXY_IMAGE,
    group,
    commands: WORKS_ON_HOSTS,
    description: 'Image of the proxy, Caddy 2.11.2 or newer.',
  }),
}
