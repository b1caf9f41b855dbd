import { COMMANDS, IN_AWS, WORKS_ON_HOSTS } from '../domain/command.ts'
import type { Command } from '../domain/command.ts'

const OF_A_RELEASE: readonly Command[] = [...WORKS_ON_HOSTS, 'status']
const SERVES = OF_A_RELEASE.filter((command) => command !== 'plan')

/** Every output of the action: the only source of its name and its documentation. An output without a value in a run is empty. */
export const OUTPUTS = {
  outcome: {
    commands: COMMANDS,
    description:
      'What the run did: `deployed`, `unchanged`, `rolled-back`, `restarted`, `planned`, `reported` (status, logs, metrics), `destroyed`, `frozen`, `unfrozen`, `steered`, `started` or `stopped` (schedule), `accepted`, `answered` or `ignored` (comment), `refused`, `failed` or `cancelled`.',
  },
  url: { commands: SERVES, description: 'Where the service answers, such as `http://203.0.113.7`.' },
  'instance-id': {
    commands: OF_A_RELEASE,
    description: 'Id of the host. With several hosts: the first one, also in `url` and `public-ip`.',
  },
  'public-ip': { commands: SERVES, description: 'Public address of the host.' },
  hosts: {
    commands: SERVES,
    description:
      'All hosts, as a JSON array of `{id, ip, url, release, digest, outcome}`: what each host serves, and what the run did there (with `status`: its state).',
  },
  certificates: {
    commands: ['status'],
    description:
      'With `status`: the certificates of the names, as a JSON array of `{host, name, issuer, expires}`, the first to expire first, at most 1000; `expires` is null if a name has no certificate.',
  },
  image: { commands: SERVES, description: 'Reference of the deployed image, by digest.' },
  digest: { commands: OF_A_RELEASE, description: 'Digest of the deployed image, `sha256:...`.' },
  release: { commands: OF_A_RELEASE, description: 'Short name of the release: its commit, and a hash of digest and configuration.' },
  version: {
    commands: OF_A_RELEASE,
    description: 'Version of the release: its semantic version without a `v`, or else its full commit.',
  },
  'next-version': {
    commands: ['deploy', 'plan'],
    description:
      'With the input `next-version`: the version that it proposes for the commit. Empty if the commit has one, or GitHub does not answer.',
  },
  'previous-release': { commands: OF_A_RELEASE, description: 'The live release before this run.' },
  'serving-digest': {
    commands: SERVES,
    description: 'Digest that the proxy serves at the end of the run, also after a failure.',
  },
  plan: {
    commands: ['plan'],
    description: 'With `plan`: what `deploy` would do, as JSON. [docs/plan.md](docs/plan.md#the-output-plan) describes the fields.',
  },
  'plan-hash': {
    commands: ['plan'],
    description: 'With `plan`: the hash of the plan, for the input `plan-hash` of `deploy`. Empty if `deploy` would refuse.',
  },
  checks: {
    commands: ['doctor'],
    description:
      'With `doctor`: what it found, as a JSON array of `{area, state, detail, fix}`; `state` is `ok`, `warning`, `failed` or `unknown`.',
  },
  metrics: {
    commands: ['metrics'],
    description:
      'With `metrics`: all metrics of all environments, as JSON. [docs/guides/operate/metrics.md](docs/guides/operate/metrics.md#the-json) describes the fields.',
  },
  'deployment-frequency': {
    commands: ['metrics'],
    description: 'With `metrics`: verified releases per day. Empty if there were fewer than 5; so are the other metrics.',
  },
  'lead-time': { commands: ['metrics'], description: 'With `metrics`: mean time from commit to serving, in seconds.' },
  'change-failure-rate': { commands: ['metrics'], description: 'With `metrics`: share of releases that failed, from 0 to 1.' },
  'recovery-time': { commands: ['metrics'], description: 'With `metrics`: mean time to recovery, in seconds.' },
  summary: {
    commands: IN_AWS,
    description: 'The beginning of the summary of the run, as Markdown, for `comment-result`. Never put it into a script.',
  },
  'comment-command': {
    commands: ['comment'],
    description:
      'With `comment`: what the next job has to do: `deploy`, `plan`, `rollback`, `freeze` or `unfreeze`. Empty: nothing. So are the other outputs then.',
  },
  'comment-environment': { commands: ['comment'], description: 'With `comment`: one of `comment-environments`.' },
  'comment-sha': {
    commands: ['comment'],
    description:
      'With `comment`: the commit to check out for `deploy` and `plan`: the newest one of the pull request when the comment was written; in a comment on an issue, that of the default branch. Else empty.',
  },
  'comment-release': { commands: ['comment'], description: 'With `comment`: for the input `release` of a `rollback`, or empty.' },
  'comment-version': { commands: ['comment'], description: 'With `comment`: for the input `version` of a `rollback`, or empty.' },
  'comment-reason': {
    commands: ['comment'],
    description:
      'With `comment`: for the input `reason` of a `freeze`, or empty: one line by the author of the comment. Never put it into a script.',
  },
  cause: {
    commands: COMMANDS,
    description: 'Why the run failed: one name from the list in [docs/causes.md](docs/causes.md). Empty if it succeeded.',
  },
  duration: { commands: COMMANDS, type: 'float', description: 'Duration of the run in seconds.' },
} as const satisfies Record<string, { readonly description: string; readonly commands: readonly Command[]; readonly type?: 'float' }>
