import { Invalid, optional, textField } from '../field/field.ts'
import type { About, Field } from '../field/field.ts'
import { duration, integer, text } from '../field/fields.ts'
import { list } from '../field/list-fields.ts'
import { unicodePattern } from '../text.ts'

const group = 'Previews'

/** The previews of pull requests. */
export const PREVIEWS = {
  'preview-domain': optional(
    text({
      pattern: /^(?=.{3,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
      expected: 'a domain, such as preview.example.com',
      group,
      commands: ['preview'],
      description:
        'With `preview`: serve each pull request under its own name of this domain, such as `pr-12.preview.example.com` for `preview.example.com`. It is the only one of `domains`.',
    }),
  ),
  'preview-port-range': optional(
    ports({
      group,
      commands: ['preview'],
      description:
        'With `preview`, instead of `preview-domain`: serve each pull request on its own port of this range, such as `8000-8999`. A pull request keeps its port. The security group of the host must open the range.',
    }),
  ),
  'preview-limit': integer({
    default: '10',
    min: 1,
    max: 200,
    group,
    commands: ['preview'],
    description: 'With `preview`: how many previews the host may have. One more is refused, with a list of those that are there.',
  }),
  'preview-ttl': duration({
    default: '14d',
    min: 60,
    max: 31_536_000,
    group,
    commands: ['sweep'],
    description:
      'With `sweep`: remove a preview that was deployed longer ago than this, even of an open pull request. Its next push brings it back.',
  }),
  seed: list({
    group,
    commands: ['preview'],
    description:
      "With `preview`: arguments of the preview's image, one a line, that run once before a new preview is served, such as `npm`, `run` and `seed`. They replace the image's CMD, as `args` do; environment, secrets, network and volumes are those of the preview. After a failure, the next run tries again; after a success, only a preview that was removed in between runs it again.",
  }),
  'seed-timeout': duration({
    default: '5m',
    min: 1,
    max: 3600,
    group,
    commands: ['preview'],
    description: 'With `preview`: time limit for `seed`, within `deploy-timeout`.',
  }),
  'preview-label': optional(
    text({
      pattern: unicodePattern(String.raw`^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,50}$`),
      expected: 'the name of a label, such as preview',
      group,
      commands: ['preview'],
      description:
        'With `preview` on `pull_request_target`: serve a pull request, also of a fork, when somebody sets this label, and only the commit that was the newest then. Read the risks first (docs/guides/serve/previews.md).',
    }),
  ),
} as const

export interface PreviewPorts {
  readonly first: number
  readonly last: number
}

function ports(about: About): Field<PreviewPorts> {
  const expected = 'a range of ports from 1024 to 65535, such as 8000-8999'
  return textField({ ...about, expected }, (raw) => {
    const [, from = '', to = ''] = /^(\d{4,5})-(\d{4,5})$/.exec(raw) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (first < 1024 || last > 65_535 || first >= last) throw new Invalid(expected)
    return { first, last }
  })
}
