import { optional } from '../../../domain/field/field.ts'
import { duration, text } from '../../../domain/field/fields.ts'
import { unicodePattern } from '../../../domain/text.ts'

const group = 'Metrics'

/** The window of the four metrics, and their output. */
export const METRICS = {
  window: duration({
    default: '30d',
    min: 86_400,
    max: 31_536_000,
    group,
    commands: ['metrics'],
    description: 'With `metrics`: how far the metrics reach back, such as `30d`.',
  }),
  'incident-label': optional(
    text({
      pattern: unicodePattern(String.raw`^[^\p{Cc}\p{Zl}\p{Zp},]{1,50}$`),
      expected: 'the name of one label, such as incident',
      group,
      commands: ['metrics'],
      description:
        'With `metrics`: label of the issues that report incidents of `environment`. Each counts as a failure of the release that was live when it was opened. Needs `issues: read`.',
    }),
  ),
  'metrics-path': optional(
    text({
      pattern: unicodePattern(String.raw`^(?!\/)(?!(.*\/)?\.\.?(\/|$))[^\p{Cc}\\]+$`),
      expected: 'a folder by its path in the workspace, such as metrics',
      group,
      commands: ['metrics'],
      description:
        'With `metrics`: folder of the workspace to write `index.html`, `metrics.json` and the badges to, such as for GitHub Pages. Default: write no files.',
    }),
  ),
}
