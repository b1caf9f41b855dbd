import { FACTS } from '../step/facts.ts'
import type { InputName, Inputs } from '../inputs/inputs.ts'
import { isInStep, stepText } from '../step/step.ts'
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

/** Only what the step sets to a value other than the default: steps and environments share a file, and not each of them uses all of it. */
export function noEffectProblems(inputs: Partial<Inputs>, env: NodeJS.ProcessEnv): Problem[] {
  const asked = (name: InputName): boolean => isInStep(env, name) && stepText(env, name)?.trim() !== FACTS[name].default
  return NO_EFFECT.filter(({ when }) => when(inputs)).flatMap(({ names, message }) =>
    names.filter(asked).map((input) => ({ input, message })),
  )
}
