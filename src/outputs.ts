/** Every output of the action: the one source of its name and its documentation. An output that has no value in a run is empty. */
export const OUTPUTS = {
  outcome: {
    description:
      'What the run did: `deployed`, `unchanged`, `rolled-back`, `restarted`, `planned`, `reported` (status), `destroyed`, `refused`, `failed` or `cancelled`.',
  },
  url: { description: 'Where the service answers, such as `http://203.0.113.7`.' },
  'instance-id': { description: 'Id of the host; of several, the first one, as in `url` and `public-ip`.' },
  'public-ip': { description: 'Public address of the host.' },
  hosts: {
    description:
      'All hosts, as a JSON array of `{id, ip, url, release, digest, outcome}`: what each was seen to serve, and what the run did there; with `status`, how it is.',
  },
  image: { description: 'Reference of the deployed image, by digest.' },
  digest: { description: 'Digest of the deployed image, `sha256:...`.' },
  release: { description: 'Short name of the release: commit, and a hash of digest and configuration.' },
  'previous-release': { description: 'The release that served before this run.' },
  'serving-digest': { description: 'Digest that the proxy was seen to serve at the end of the run, also after a failure.' },
  plan: { description: 'With `plan`: what `deploy` would do, as JSON; docs/plan.md tells its fields.' },
  'plan-hash': {
    description:
      'With `plan`: what an approval is for, to be handed to `deploy` as its input `plan-hash`; empty when `deploy` would refuse.',
  },
  cause: {
    description: 'Why the run failed, as one name out of the closed list in src/domain/report/run-cause.ts; empty when it did not.',
  },
  duration: { description: 'Seconds that the run took.' },
} as const satisfies Record<string, { description: string }>
