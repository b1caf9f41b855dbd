import { neverEmpty, optional } from '../field/field.ts'
import { boolean, choice, reading } from '../field/fields.ts'
import { commaList } from '../field/list-fields.ts'
import { NAME } from '../service.ts'
import { LEVELS } from './permission.ts'
import { readJobs } from './jobs.ts'

const ofComments = { group: 'Comments', commands: ['comment'], ofRun: true } as const

/** Commands in comments. All of it is of the step: a pull request could change the file. */
export const COMMENTS = {
  'comment-environments': neverEmpty(
    commaList({
      ...ofComments,
      default: 'production',
      pattern: NAME,
      expected: 'names of environments, separated by commas, such as production, staging',
      most: 20,
      description:
        'With `comment`: the environments that a comment can name. The first is that of a comment that names none. Any other name is refused.',
    }),
  ),
  'comment-permission': neverEmpty(
    choice({
      ...ofComments,
      of: LEVELS,
      default: 'write',
      description: 'With `comment`: the permission on the repository that the author of a comment needs at least.',
    }),
  ),
  'comment-review': neverEmpty(
    boolean({
      ...ofComments,
      default: 'false',
      description:
        'With `comment`: deploy a pull request only after somebody with `comment-permission` has approved its newest commit: neither its author nor whoever pushed that commit.',
    }),
  ),
  'comment-forks': boolean({
    ...ofComments,
    default: 'false',
    description:
      'With `comment`: also plan and deploy pull requests of forks, each commit only after a review as with `comment-review`. Read the risks first (docs/guides/release/comments.md).',
  }),
  'comment-result': optional(
    reading({
      ...ofComments,
      read: readJobs,
      expected: 'the results of the jobs that this one needs: ${{ toJSON(needs) }}',
      description:
        'With `comment`, in a last job that runs `always()`: `${{ toJSON(needs) }}`. The run then writes how the command ended into its answer, with the output `summary` of the jobs.',
    }),
  ),
} as const
