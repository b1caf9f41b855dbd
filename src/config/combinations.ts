import { INPUTS } from './inputs/inputs.ts'
import type { InputName, Inputs } from './inputs/inputs.ts'
import { stepText } from './inputs/step.ts'
import { serviceOf } from './job.ts'
import type { Job } from '../domain/job.ts'
import { optionProblems } from './checks/container-options.ts'
import { certificateProblems } from './certificates.ts'
import { timeProblems } from './checks/times.ts'
import { httpsProblems } from './checks/https.ts'
import { identityProblems, regionOf } from './identity.ts'
import type { Problem } from './inputs/problem.ts'

/** Problems with several inputs together. `inputs` lacks inputs that are wrong by themselves. */
export function combinationProblems(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv, job: Job): Problem[] {
  return [
    ...missing(inputs, env, job),
    ...promotion(inputs),
    ...identityProblems(inputs, env),
    ...returning(inputs),
    ...attestation(inputs, job),
    ...missingSecrets(inputs, env),
    ...conflicts(inputs),
    ...timeProblems(inputs),
    ...assets(inputs),
    ...zones(inputs),
    ...externalProxy(inputs),
    ...useless(inputs, env),
    ...optionProblems(inputs),
    ...httpsProblems(inputs),
    ...certificateProblems(inputs, env),
  ]
}

/** Whether the run makes, or plans, a release from its own commit and inputs. */
function isDeploy({ command, 'promote-from': from }: Partial<Inputs>): boolean {
  return command === 'deploy' || command === 'preview' || (command === 'plan' && from === undefined)
}

function missing(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv, job: Job): Problem[] {
  const problems: Problem[] = []
  const deploys = isDeploy(inputs)
  if (inputs.command === 'comment') return []
  if (regionOf(inputs, env) === '') {
    problems.push({
      input: 'aws-region',
      message: 'missing; set it to a region such as us-east-1, or the variable AWS_REGION',
      isMissing: true,
    })
  }
  if (inputs.service === undefined && serviceOf(job.repository) === '') {
    problems.push({ input: 'service', message: 'missing; set it to a name such as web', isMissing: true })
  }
  if (deploys && inputs.port === 0) {
    problems.push({ input: 'port', message: 'missing; set it to the port that the application listens on, such as 8080', isMissing: true })
  }
  if (deploys && !/^[0-9a-f]{7,64}$/.test(job.commit)) {
    problems.push({
      input: 'GITHUB_SHA',
      message: `got ${JSON.stringify(job.commit)}; expected the id of a commit. Run this as a step of a workflow`,
    })
  }
  if (inputs.command === 'freeze' && inputs.reason === undefined) {
    problems.push({ input: 'reason', message: 'missing; say why the service is frozen. Every refused run shows it' })
  }
  if (inputs.command === 'steer' && inputs.steer === undefined) {
    problems.push({ input: 'steer', message: 'missing; set it to pause, continue, skip or abort' })
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

interface Useless {
  readonly names: readonly InputName[]
  readonly when: (inputs: Partial<Inputs>) => boolean
  readonly message: string
}

/** Inputs that have no effect because of another one. */
const USELESS: readonly Useless[] = [
  {
    names: ['role-duration', 'audience'],
    when: (inputs) => inputs['role-to-assume'] === undefined,
    message: 'has no effect without role-to-assume; set that, too',
  },
  {
    names: [
      ...(['canary-max-error-rate', 'canary-max-latency', 'canary-min-requests', 'canary-inconclusive'] as const),
      ...(['canary-pause-limit', 'canary-pause-end', 'canary-dry-run'] as const),
    ],
    when: (inputs) => inputs['canary-steps'] === undefined,
    message: 'has no effect without canary-steps; set that, too',
  },
  {
    names: ['context', 'dockerfile', 'target', 'build-args', 'build-secrets', 'ssh', 'sbom', 'platforms', 'cache', 'rebuild'],
    when: ({ image }) => image !== undefined,
    message: 'has no effect with image, because nothing is built',
  },
  {
    names: ['allow-replacement', 'renew'],
    when: (inputs) => inputs['instance-id'] !== undefined,
    message: 'has no effect with instance-id, because the action never replaces that host',
  },
  {
    names: ['bake-max-errors'],
    when: (inputs) => inputs['bake-time'] === 0,
    message: 'has no effect with bake-time: 0s, because nothing bakes',
  },
  {
    names: ['https-port', 'https-redirect', 'hsts'],
    when: ({ tls }) => tls === 'off',
    message: 'has no effect without HTTPS; set tls, too',
  },
  {
    names: ['acme-directory', 'acme-email', 'acme-account', 'acme-challenge', 'certificate-timeout'],
    when: ({ tls }) => tls !== 'acme',
    message: 'has no effect without tls: acme; set that, too',
  },
  {
    names: ['dns-timeout'],
    when: ({ tls }) => tls !== 'acme',
    message: 'has no effect without tls: acme, because only an authority needs names that resolve to the hosts',
  },
  {
    names: ['trusted-root'],
    when: (inputs) => inputs['require-attestation'] === undefined,
    message: 'has no effect without require-attestation; set that, too',
  },
]

/** Only what the step sets to a value other than the default: steps and environments share a file, and not each of them uses all of it. */
function useless(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  const asked = (name: InputName): boolean => {
    const text = stepText(env, name)?.trim()
    return text !== undefined && text !== INPUTS[name].default
  }
  return USELESS.filter(({ when }) => when(inputs)).flatMap(({ names, message }) =>
    names.filter(asked).map((input) => ({ input, message })),
  )
}

function promotion({ command, environment, 'promote-from': from }: Partial<Inputs>): Problem[] {
  if (from === undefined && command === 'promote')
    return [{ input: 'promote-from', message: 'missing; set it to the environment to promote from, such as staging' }]
  return from !== undefined && from === environment
    ? [{ input: 'promote-from', message: `got "${from}"; expected another environment than the one to promote to` }]
    : []
}

/** Both inputs name the release that a rollback returns to. */
function returning({ command, release, version }: Partial<Inputs>): Problem[] {
  if (command !== 'rollback' || release === undefined || version === undefined) return []
  return [{ input: 'version', message: 'names the release to return to, as release does; set only one of them' }]
}

/** Combinations that can never be attested, or never be checked. */
function attestation(inputs: Partial<Inputs>, { serverUrl }: Job): Problem[] {
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

function conflicts(inputs: Partial<Inputs>): Problem[] {
  const problems: Problem[] = []
  const { instances = 1, secrets = {}, env = {} } = inputs
  if (inputs['instance-id'] !== undefined && instances > 1) {
    problems.push({ input: 'instances', message: `must be 1 with instance-id, not ${instances}` })
  }
  if (inputs.schedule !== undefined && inputs.capacity === 'spot') {
    problems.push({
      input: 'schedule',
      message: 'cannot be combined with capacity: spot, because a spot instance cannot be stopped and started',
    })
  }
  if (inputs['strip-path-prefix'] && inputs['path-prefix'] === '/') {
    problems.push({ input: 'strip-path-prefix', message: 'has nothing to strip; set path-prefix, too' })
  }
  const twice = Object.keys(secrets).filter((name) => Object.hasOwn(env, name))
  if (twice.length > 0) {
    problems.push({ input: 'secrets', message: `${twice.join(', ')} is in env, too; set each variable in only one of them` })
  }
  return problems
}

/** `none` leaves all records to the user, and an id none of those in its zone. */
function zones({ 'hosted-zone-id': ids = [] }: Partial<Inputs>): Problem[] {
  if (!ids.includes('none') || ids.length === 1) return []
  return [{ input: 'hosted-zone-id', message: `got ${ids.join(', ')}; expected either none or ids of hosted zones` }]
}

/** Neither has an effect without the other, or if no request below `asset-path` reaches the service. */
function assets({ 'asset-path': path, 'asset-files': files, ...inputs }: Partial<Inputs>): Problem[] {
  if (path === undefined && files !== undefined)
    return [{ input: 'asset-path', message: 'missing; set it to the URL path of asset-files, such as /assets' }]
  const { 'path-prefix': prefix = '/', 'strip-path-prefix': strips } = inputs
  if (path !== undefined && !strips && !liesBelow(path, prefix) && !liesBelow(prefix, path))
    return [
      {
        input: 'asset-path',
        message: `got ${path}, but only requests for path-prefix ${prefix} reach the service; expected a path such as ${prefix}${path}, or strip-path-prefix: true`,
      },
    ]
  return path !== undefined && files === undefined
    ? [
        {
          input: 'asset-files',
          message: 'missing; set it to the folder in the container with the files of asset-path, such as /app/dist/assets',
        },
      ]
    : []
}

function liesBelow(path: string, prefix: string): boolean {
  return prefix === '/' || path === prefix || path.startsWith(`${prefix}/`)
}

/** Features that the host's other proxy provides already. */
function externalProxy({ 'external-proxy': external, 'http-port': port, tls }: Partial<Inputs>): Problem[] {
  if (external !== true) return []
  const problems: Problem[] = []
  if (port === 80 || port === 443) {
    const message = `got ${port}, but external-proxy leaves this port to the other proxy; expected the port that the other proxy forwards to, such as 8081`
    problems.push({ input: 'http-port', message })
  }
  if (tls !== undefined && tls !== 'off') {
    problems.push({
      input: 'tls',
      message: `must be off with external-proxy, not ${tls}: the other proxy has the certificates`,
    })
  }
  return problems
}
