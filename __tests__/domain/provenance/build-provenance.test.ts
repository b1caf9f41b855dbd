import { expect, test } from '@jest/globals'
import { buildProvenance } from '../../../src/domain/provenance/build-provenance.ts'
import { isProvenance, statementOf } from '../../../src/domain/provenance/statement.ts'

const COMMIT = 'a'.repeat(40)
const DIGEST = `sha256:${'0d'.repeat(32)}`
const RUN = {
  serverUrl: 'https://github.com',
  repository: 'acme/web',
  repositoryId: '4711',
  ownerId: '815',
  commit: COMMIT,
  ref: 'refs/heads/main',
  workflowRef: 'acme/web/.github/workflows/deploy.yml@refs/heads/main',
  event: 'push',
  runId: '7',
  runAttempt: '2',
}
const BASE = { uri: 'pkg:docker/node@24', digest: { sha256: 'ab' } }
const FACTS = {
  ...{ name: 'r.test/web/production', digest: DIGEST, commit: COMMIT, tag: COMMIT, platforms: ['linux/amd64'] },
  ...{ asCommitted: true, materials: [BASE] },
}
const read = (text: string) => JSON.parse(text) as { predicate: { buildDefinition: { resolvedDependencies: unknown[] } } }

test('describes the run, the commit and the materials in the format of SLSA', () => {
  expect(read(buildProvenance(RUN, FACTS))).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'r.test/web/production', digest: { sha256: '0d'.repeat(32) } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'https://actions.github.io/buildtypes/workflow/v1',
        externalParameters: {
          workflow: { ref: 'refs/heads/main', repository: 'https://github.com/acme/web', path: '.github/workflows/deploy.yml' },
        },
        internalParameters: {
          github: { event_name: 'push', repository_id: '4711', repository_owner_id: '815' },
          image: { tag: COMMIT, platforms: ['linux/amd64'], asCommitted: true },
        },
        resolvedDependencies: [{ uri: 'git+https://github.com/acme/web@refs/heads/main', digest: { gitCommit: COMMIT } }, BASE],
      },
      runDetails: {
        builder: { id: 'https://github.com/acme/web/.github/workflows/deploy.yml@refs/heads/main' },
        metadata: { invocationId: 'https://github.com/acme/web/actions/runs/7/attempts/2' },
      },
    },
  })
})

test('claims no ref for another commit than that of the event', () => {
  const other = 'b'.repeat(40)
  const [source] = read(buildProvenance(RUN, { ...FACTS, commit: other })).predicate.buildDefinition.resolvedDependencies
  expect(source).toEqual({ uri: 'git+https://github.com/acme/web', digest: { gitCommit: other } })
})

test('is read as provenance of the image, once it is signed', () => {
  const statement = statementOf({ type: 'application/vnd.in-toto+json', payload: buildProvenance(RUN, FACTS) })
  expect(statement && isProvenance(statement)).toBe(true)
  expect(statement?.subjects).toEqual([DIGEST])
})
