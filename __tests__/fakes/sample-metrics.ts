/** Figures as a run of `metrics` has them: of a busy service, of a new one, and of one whose names were written by an attacker. */
import { serviceMetrics } from '../../src/domain/metrics/service-metrics.ts'
import type { RecordedEnvironment, ServiceMetrics } from '../../src/domain/metrics/service-metrics.ts'
import type { Delivery } from '../../src/domain/metrics/delivery.ts'
import { aDelivery, NOW } from './deliveries.ts'
import { HISTORY, INCIDENT } from './history-of-200.ts'
import { aRecord, SERVICE } from './samples.ts'
import { DAY, HOUR, MINUTE } from '../../src/domain/duration.ts'

const WINDOW = 30 * DAY

function environment(name: string, deliveries: readonly Delivery[], record = aRecord({ environment: name })): RecordedEnvironment {
  const since = Math.min(...deliveries.map(({ startedAt }) => startedAt))
  return { environment: name, record, deliveries: deliveries.map((one) => ({ ...one, environment: name })), since, cut: false }
}

/** Named as releases are. */
const PRODUCTION = HISTORY.map((one, at) => ({ ...one, release: nameOf(one.release), actor: at % 3 === 0 ? 'grace' : 'ada' }))
const STAGING = PRODUCTION.filter(({ kind }) => kind === 'change').map((one) => ({
  ...one,
  endedAt: one.endedAt - HOUR,
  startedAt: one.startedAt - HOUR,
  servedAt: one.endedAt - HOUR,
  ...(one.reachedAt !== undefined && { reachedAt: one.reachedAt - HOUR }),
}))

function nameOf(release: string): string {
  const number = Number(release.replace(/\D/g, ''))
  return `${((number + 1) * 0x9e3779b1).toString(16).slice(-8).padStart(8, '0')}-${((number + 7) * 0x85ebca6b).toString(16).slice(-8).padStart(8, '0')}`
}

const last = PRODUCTION.at(-1)!

export const METRICS: ServiceMetrics = serviceMetrics({
  service: SERVICE,
  environments: [
    environment(
      'production',
      PRODUCTION,
      aRecord({
        release: last.release,
        deployedAt: new Date(last.endedAt).toISOString(),
        promotedFrom: { environment: 'staging', release: last.release },
      }),
    ),
    environment(
      'staging',
      STAGING,
      aRecord({ environment: 'staging', release: last.release, actor: 'grace', deployedAt: new Date(last.endedAt - HOUR).toISOString() }),
    ),
  ],
  incidents: [INCIDENT],
  window: WINDOW,
  now: NOW,
})

/** Three releases, of which one failed, and an incident that is not over. */
export const FEW: ServiceMetrics = serviceMetrics({
  service: SERVICE,
  environments: [
    environment(
      'production',
      [
        aDelivery(NOW - 3 * DAY, { release: 'c0ffee00-12345678' }),
        aDelivery(NOW - 2 * DAY, { release: 'badc0de0-12345678', cause: 'exited' }),
        aDelivery(NOW - DAY, { release: 'f00dfeed-12345678' }),
      ],
      aRecord({ release: 'f00dfeed-12345678', deployedAt: new Date(NOW - DAY).toISOString() }),
    ),
  ],
  incidents: [{ number: 9, url: 'https://github.com/acme/web/issues/9', openedAt: NOW - HOUR }],
  window: WINDOW,
  now: NOW,
})

/** Whatever others may write: releases, commits, actors, addresses. */
export const HOSTILE_TEXT = `</style></title></script><script>alert(1)</script><img src=x onerror=alert(1)>"'><a href="javascript:alert(1)">& | \`\`\` @team\n## h`

const RUNS = Array.from({ length: 8 }, (_, at) => {
  const [text, endedAt] = [`${HOSTILE_TEXT}${at}`, NOW - (9 - at) * HOUR]
  const bad = at % 2 === 0 ? { cause: HOSTILE_TEXT, reachedAt: endedAt - MINUTE, canary: 5 } : {}
  return aDelivery(endedAt, { release: text, commit: text, actor: text, runUrl: `javascript:${text}`, ...bad })
})

const WRITTEN = {
  release: HOSTILE_TEXT,
  actor: HOSTILE_TEXT,
  runUrl: `javascript:alert(1)//${HOSTILE_TEXT}`,
  deployedAt: HOSTILE_TEXT,
  promotedFrom: { environment: HOSTILE_TEXT, release: '' },
}

export const HOSTILE: ServiceMetrics = serviceMetrics({
  service: SERVICE,
  environments: ['production', `../../${HOSTILE_TEXT}`].map((name) => environment(name, RUNS, aRecord({ environment: name, ...WRITTEN }))),
  incidents: [],
  window: WINDOW,
  now: NOW,
})
