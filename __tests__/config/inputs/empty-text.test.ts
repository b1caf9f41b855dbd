import { describe, expect, it } from '@jest/globals'
import { given } from '../../../src/config/given.ts'
import { parseConfig } from '../../../src/config/file/config-file.ts'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import type { InputName } from '../../../src/config/inputs/inputs.ts'
import { readInputs } from '../../../src/config/read-inputs.ts'
import type { ReadInputs } from '../../../src/config/step/step.ts'
import type { Field } from '../../../src/domain/field/field.ts'

/**
 * What an expression without a value makes of every input that does not refuse empty text. A new input belongs in one of these lines only if its
 * default protects as much as any value. Otherwise it is a `guard`, or `neverEmpty`.
 */
const HARMLESS = {
  'the default gives no right, opens nothing and ends nothing': `allow-rolled-back allow-downgrade allow-replacement renew destroy-repository volume-data
    cap-add allow-public-logs host-role devices gpus trusted-proxies comment-forks canary-dry-run canary-inconclusive canary-pause-end instance-profile`,
  'the default is a check or a limit, too': `lock-timeout deploy-timeout host-timeout drain-timeout certificate-timeout dns-timeout bake-time
    bake-max-errors canary-max-error-rate canary-min-requests canary-pause-limit release-command-timeout max-concurrency pids-limit log-max-size log-max-file health-path
    health-codes health-timeout health-interval settle-time https-redirect preview-limit preview-ttl seed-timeout role-duration stop-grace-period retain-releases
    init log-lines`,
  'without it, something is refused or less works': `role-to-assume audience promote-from promote-from-role steer reason preview-label preview-domain
    preview-port-range trusted-root comment-result github-token port secrets env acme-account acme-email build-secrets ssh sbom incident-label
    metrics-path release-notes plan-comment github-deployment next-version health-host access-log error-pages maintenance-page`,
  'it says what or where, not how safely': `command config service aws-region release version promote-from-region until instance-id instances
    instance-type ami volume-size elastic-ip network capacity schedule image repository context dockerfile target build-args platforms cache rebuild
    migration args volumes user stop-signal working-dir entrypoint hostname extra-hosts labels http-port domains path-prefix strip-path-prefix
    upstream canary-header preview-sleep asset-path asset-files https-port redirect-domains acme-directory acme-challenge hosted-zone-id proxy-image
    window log-since seed`,
  'it shares the resources of the host': 'memory cpus ulimits tmpfs shm-size request-timeout',
}

const ALL: readonly (readonly [InputName, Field<unknown>])[] = Object.entries(INPUTS) as never
const STRICT = ALL.filter(([, { emptyIsWrong }]) => emptyIsWrong)

describe('an expression without a value', () => {
  it('can protect less only by an input that refuses it', () => {
    const harmless = Object.values(HARMLESS).flatMap((names) => names.split(/\s+/))
    expect(ALL.flatMap(([name, { emptyIsWrong }]) => (emptyIsWrong ? [] : [name])).toSorted()).toEqual(harmless.toSorted())
  })

  it.each(STRICT)('is refused by %s', (name, field) => {
    for (const text of ['', ' ', '\n']) expect(problem(read(field, name, text), name)).toMatch(/^got nothing; expected /)
  })

  const lists = STRICT.filter(([, { items }]) => items !== undefined)

  it.each(lists)('is refused by %s if there are several', (name, field) => {
    // An argument can be a comma.
    const several = name === 'release-command' ? '\n \n' : ' ,\n, '
    expect(problem(read(field, name, several), name)).toMatch(/expected a value, or /)
  })

  it.each(lists.filter(([, { ofRun }]) => !ofRun))('is not meant by an empty list of %s in the file', async (name) => {
    const file = await parseConfig('f.yml', `${name}: []`)
    expect(problem(readInputs(commandWith(INPUTS[name], {}), file, given), name)).toMatch(/expected a value, or /)
  })
})

describe('an input that protects', () => {
  const shared = STRICT.filter(([, { ofRun }]) => !ofRun)
  const VALUES: Readonly<Record<string, string>> = {
    'account-id': '111122223333',
    'require-attestation': 'true',
    'max-severity': 'high',
    'max-monthly-cost': '50',
    alarms: 'web-5xx',
    'allow-from': '203.0.113.7/32',
    'basic-auth': 'ssm:/door',
    maintenance: 'true',
    'max-body': '10m',
    'cap-drop': 'CHOWN',
    'read-only': 'true',
    tls: 'internal',
    hsts: '180d',
    'external-proxy': 'true',
    'canary-steps': '10%:2m',
    'canary-max-latency': '800ms',
    'min-soak': '30m',
    'release-command': 'migrate',
    'subnet-ids': 'subnet-01234567',
    'security-group-ids': 'sg-01234567',
    'stop-first': 'true',
  }

  it.each(shared)('%s of the file counts for what the runner passes, and not for the text that disables it', async (name, field) => {
    const value = VALUES[name] ?? ''
    const file = await parseConfig(
      'f.yml',
      `${name}: ${field.items === undefined ? (name === 'account-id' ? `'${value}'` : value) : `[${value}]`}`,
    )
    const { default: off = '', passed = '' } = field
    const [given, disabled] = [field.parse(value), field.parse(off)]
    expect(given).not.toEqual(disabled)
    expect(read(field, name, passed, file).inputs[name]).toEqual(given)
    expect(read(field, name, off, file).inputs[name]).toEqual(disabled)
    expect(read(field, name, passed).inputs[name]).toEqual(disabled)
  })

  it('is passed by the runner to every command that does not know it', () => {
    const passed = Object.fromEntries(STRICT.map(([name, field]) => [`INPUT_${name.toUpperCase()}`, field.passed]))
    for (const command of ['status', 'sweep', 'comment', 'preview', 'destroy'])
      expect(readInputs({ INPUT_COMMAND: command, ...passed }, undefined, given).problems).toEqual([])
  })
})

function commandWith({ commands }: Field<unknown>, env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  // Only a promotion has `min-soak`, and a deploy the rest.
  return { INPUT_COMMAND: commands.includes('deploy') ? 'deploy' : commands[0], ...env }
}

function read(field: Field<unknown>, name: InputName, text: string, file?: Awaited<ReturnType<typeof parseConfig>>): ReadInputs {
  return readInputs(commandWith(field, { [`INPUT_${name.toUpperCase()}`]: text }), file, given)
}

function problem({ problems }: ReadInputs, name: InputName): string | undefined {
  return problems.find(({ input }) => input === name)?.message
}
