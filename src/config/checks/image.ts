import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'
import { isDeploy } from './command.ts'
import type { RunVariables } from '../../domain/job.ts'

/** What the build of the image lacks, and what its attestation does. */
export function imageProblems(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv, job: RunVariables): Problem[] {
  return [...attestation(inputs, job), ...missingSecrets(inputs, env)]
}

/** Combinations that can never be attested, or never be checked. */
function attestation(inputs: Partial<Inputs>, { serverUrl }: RunVariables): Problem[] {
  if (inputs['require-attestation'] === undefined) return []
  const problems: Problem[] = []
  if (isDeploy(inputs) && inputs.image === undefined) {
    problems.push({
      input: 'require-attestation',
      message:
        'an image that this run builds has no attestation yet; build and attest it in an earlier job, and pass its digest as the input image (examples/workflows/attested.yml)',
    })
  }
  if (serverUrl !== 'https://github.com' && inputs['trusted-root'] === undefined) {
    problems.push({
      input: 'trusted-root',
      message: `missing; Sigstore's public instance signs nothing for ${serverUrl}, so set it to the file that \`gh attestation trusted-root\` writes`,
    })
  }
  return problems
}

/** Build inputs without a value. A plan builds nothing, so its job need not have them. GitHub passes an unset secret as empty text. */
function missingSecrets({ command, image, 'build-secrets': sources = {}, ssh }: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  if ((command !== 'deploy' && command !== 'preview') || image !== undefined) return []
  const unset = Object.entries(sources).filter(([, source]) => source.startsWith('env:') && !env[source.slice('env:'.length)])
  const problems = unset.map(([id, source]) => {
    const name = source.slice('env:'.length)
    return {
      input: 'build-secrets',
      message: `${id}: the variable ${name} is empty; set it in the \`env:\` of the step, such as to \${{ secrets.${name} }}`,
    }
  })
  if (ssh === undefined || env['SSH_AUTH_SOCK']) return problems
  return [...problems, { input: 'ssh', message: 'SSH_AUTH_SOCK is empty; start an agent and add the key in an earlier step' }]
}
