import type { Kind } from '../../domain/field/field.ts'
import { FACTS } from '../step/facts.ts'
import type { InputName, Inputs } from '../inputs/inputs.ts'
import { isInStep, passedInputs, stepText } from '../step/step.ts'
import type { Problem } from '../step/problem.ts'

interface NoEffect {
  readonly names: readonly InputName[]
  readonly when: (inputs: Partial<Inputs>) => boolean
  readonly message: string
}

/** Inputs that have no effect because of another one. */
const NO_EFFECT: readonly NoEffect[] = [
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
    names: ['release-command-timeout'],
    when: (inputs) => (inputs['release-command'] ?? []).length === 0,
    message: 'has no effect without release-command; set that, too',
  },
  {
    names: ['trusted-root'],
    when: (inputs) => inputs['require-attestation'] === undefined,
    message: 'has no effect without require-attestation; set that, too',
  },
]

const NOT_FOR = {
  web: 'has no effect with port: none, because nobody visits a worker; leave it out',
  worker: 'has no effect without port: none, because it is about a worker; leave it out',
} as const satisfies Record<Kind, string>

/** Only what the step sets to a value other than the default: steps and environments share a file, and not each of them uses all of it. */
export function noEffectProblems(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  const asked = (name: InputName): boolean => isInStep(env, name) && stepText(env, name)?.trim() !== FACTS[name].default
  const used = (name: InputName): boolean => asked(name) && isUsedBy(inputs, name)
  const unused = [...passedInputs(env)].filter((name) => asked(name) && !isUsedBy(inputs, name))
  return [
    ...unused.map((input) => ({ input, message: NOT_FOR[FACTS[input].kind ?? 'web'] })),
    ...NO_EFFECT.filter(({ when }) => when(inputs)).flatMap(({ names, message }) =>
      names.filter(used).map((input) => ({ input, message })),
    ),
  ]
}

/** The inputs that the kind of service uses, as far as it is known: a promotion learns it from its release. */
export function usedInputs(inputs: Partial<Inputs>): Partial<Inputs> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => isUsedBy(inputs, name as InputName)))
}

function isUsedBy({ port }: Partial<Inputs>, name: InputName): boolean {
  const { kind } = FACTS[name]
  return kind === undefined || port === undefined || (kind === 'worker') === (port === 'none')
}
