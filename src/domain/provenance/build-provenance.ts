import type { Material } from '../image/build-metadata.ts'
import type { Job } from '../job.ts'

/** The parts of a workflow run in the provenance of its image. */
export type BuildRun = Pick<
  Job,
  'serverUrl' | 'repository' | 'repositoryId' | 'ownerId' | 'commit' | 'ref' | 'workflowRef' | 'event' | 'runId' | 'runAttempt'
>

/** The built image, and its source. */
export interface BuildFacts {
  /** `registry/repository` */
  readonly name: string
  readonly digest: string
  /** The checked-out commit. */
  readonly commit: string
  /** Tag of the build. */
  readonly tag: string
  readonly platforms: readonly string[]
  /** Whether all files of the build were as in the commit. */
  readonly asCommitted: boolean
  readonly materials: readonly Material[]
}

export const PREDICATE = 'https://slsa.dev/provenance/v1'
/** https://actions.github.io/buildtypes/workflow/v1 */
const BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1'

/**
 * How an image was built, from the run that built it: an in-toto statement, as JSON. It has no signature, so it is no proof.
 * https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md, https://slsa.dev/spec/v1.0/provenance
 */
export function buildProvenance(run: BuildRun, { name, digest, ...build }: BuildFacts): string {
  return JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { sha256: digest.replace('sha256:', '') } }],
    predicateType: PREDICATE,
    predicate: { buildDefinition: definitionOf(run, build), runDetails: detailsOf(run) },
  })
}

function definitionOf(run: BuildRun, { commit, materials, ...image }: Omit<BuildFacts, 'name' | 'digest'>) {
  const { serverUrl, repository, repositoryId, ownerId, ref, event } = run
  const source = `${serverUrl}/${repository}`
  // A job may have checked out another commit, whose repository it does not name.
  const at = ref === '' || commit !== run.commit ? '' : `@${ref}`
  return {
    buildType: BUILD_TYPE,
    externalParameters: { workflow: { ref, repository: source, path: pathOf(run) } },
    internalParameters: { github: { event_name: event, repository_id: repositoryId, repository_owner_id: ownerId }, image },
    resolvedDependencies: [{ uri: `git+${source}${at}`, digest: { gitCommit: commit } }, ...materials],
  }
}

function detailsOf({ serverUrl, repository, workflowRef, runId, runAttempt }: BuildRun) {
  return {
    builder: { id: `${serverUrl}/${workflowRef || repository}` },
    metadata: { invocationId: `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt}` },
  }
}

/** `.github/workflows/deploy.yml` */
function pathOf({ repository, workflowRef }: BuildRun): string {
  const [file = ''] = workflowRef.split('@')
  return file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : file
}
