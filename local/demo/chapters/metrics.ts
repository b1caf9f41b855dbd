import { check, say } from '../log.ts'
import { type Stage, act } from '../stage.ts'

/** The outputs, and their names in the JSON. */
const METRICS = {
  'deployment-frequency': 'deploymentFrequency',
  'lead-time': 'leadTime',
  'change-failure-rate': 'changeFailureRate',
  'recovery-time': 'recoveryTime',
} as const

export async function metrics(stage: Stage): Promise<void> {
  const { code, outputs, summary } = await act(
    'metrics: how often and how fast releases go live, how many fail, how fast the service recovers',
    stage,
    {
      command: 'metrics',
    },
  )
  const words = ['Deployment frequency', 'Lead time', 'Change failure rate', 'Time to recovery']
  check('it shows all four metrics', code === 0 && words.every((word) => summary.includes(word)))
  const told = JSON.parse(outputs['metrics'] ?? '') as {
    environments: { environment: string; metrics: Record<string, { samples: number }> }[]
  }
  const samples = told.environments.find(({ environment }) => environment === 'production')?.metrics ?? {}
  say(
    Object.entries(METRICS)
      .map(([name, key]) => `${name}: ${outputs[name] || `too few (${samples[key]?.samples})`}`)
      .join(', '),
  )
  check('it shows that 2 of 6 releases failed', Number(outputs['change-failure-rate']).toFixed(2) === '0.33')
}
