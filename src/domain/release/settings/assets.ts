import { optional } from '../../field/field.ts'
import { text } from '../../field/fields.ts'
import { shown } from './setting.ts'

const group = 'Health and traffic'

/** Files of other releases for pages that are still open. */
export const ASSETS = {
  'asset-path': shown(
    optional(
      text({
        pattern: /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
        expected: 'a path such as /assets, without a slash at its end',
        group,
        description:
          'Path in the application below which file names change with their content. If a release answers a GET below it with 404, the visitor gets the file of another release on the host (`retain-releases`). Pages that were open before a deploy, a canary or a rollback keep working. Needs `asset-files`.',
      }),
    ),
    { acts: 'proxy' },
  ),
  'asset-files': shown(
    optional(
      text({
        pattern: /^(\/(?!\.{1,2}(\/|$))[^/\0\n]+)+$/,
        expected: 'a folder of the container such as /usr/share/nginx/html/assets, without a slash at its end',
        group,
        kind: 'web',
        description:
          'Folder in the container with the files below `asset-path`. The host copies them once a release is healthy, which takes the same space on its disk again.',
      }),
    ),
    { acts: 'container' },
  ),
}
