import { check, say } from '../log.ts'
import { type Stage, act } from '../stage.ts'

const FIGURES = ['deployment-frequency', 'lead-time', 'change-failure-rate', 'recovery-time'] as const

export async function metrics(stage: Stage): Promise<void> {
  const { code, outputs, summary } = await act('metrics: how often, how fast, how many failed, how fast it recovered', stage, {
    command: 'metrics',
  })
  const words = ['Deployment frequency', 'Lead time', 'Change failure rate', 'Time to recovery']
  check('it shows all four figures', code === 0 && words.every((word) => summary.includes(word)))
  const told = JSON.parse(outputs['metrics'] ?? '') as {
    environments: { environment: string; figures: Record<string, { samples: number }> }[]
  }
  const samples = told.environments.find(({ environment }) => environment === 'production')?.figures ?? {}
  say(FIGURES.map((name) => `${name}: ${outputs[name] || `too few (${samples[name]?.samples})`}`).join(', '))
  check('it tells that 2 of 6 releases failed', Number(outputs['change-failure-rate']).toFixed(2) === '0.33')
}
