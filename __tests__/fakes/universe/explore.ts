import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import type { Scheduler } from 'fast-check'
import type { ReleaseRecord } from '../../../src/domain/release/record.ts'
import { parseRecord } from '../../../src/domain/release/record.ts'
import { aRecord, COMMIT, DIGEST } from '../samples.ts'
import { standingTexts } from '../parameter-store.ts'
import { aModelHost } from './model-host.ts'
import { aRun, carryOutRun, LEASE } from './run.ts'
import type { Permits, Run, RunPlan, Variant } from './run.ts'
import { aUniverse } from './universe.ts'
import type { Fate, Universe } from './universe.ts'
import { HOUR } from '../../../src/domain/duration.ts'
import { short } from '../short-commit.ts'

/** Something that happens to the machine of a run; or somebody deletes the lease, whoever has it. */
interface Blow {
  readonly run: number
  readonly kind: 'kill' | 'freeze' | 'delete'
  /** As soon as the run asks for this; empty: at any time. */
  readonly at: string
  /** Milliseconds for which it is frozen. */
  readonly lasts: number
}

export interface Story {
  readonly scheduler: Scheduler
  readonly plans: readonly Omit<RunPlan, 'id' | 'punctual'>[]
  readonly blows: readonly Blow[]
  readonly fates: readonly Fate[]
}

const BLOWS = ['freeze', 'freeze', 'kill'] as const
const RECORD = '/docker-to-ec2/web/production/release'
export const COMMITS = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)).concat(COMMIT)

export function stories(commands: readonly RunPlan['command'][], kinds: readonly Blow['kind'][] = BLOWS): fc.Arbitrary<Story> {
  const plan = fc.record({ command: fc.constantFrom(...commands), commit: fc.nat(3), skew: fc.constantFrom(0, -HOUR, HOUR) })
  const blow = fc.record({
    run: fc.nat(2),
    kind: fc.constantFrom(...kinds),
    at: fc.constantFrom('', '', 'docker-to-ec2', 'write release', 'write lease'),
    lasts: fc.constantFrom(80_000, 400_000),
  })
  const fate = fc.constantFrom('answered', 'answered', 'answered', 'answered', 'throttled', 'unanswered' as const)
  return fc.record({
    scheduler: fc.scheduler(),
    plans: fc.array(plan, { minLength: 2, maxLength: 3 }),
    blows: fc.array(blow, { maxLength: 2 }),
    fates: fc.array(fate, { minLength: 7, maxLength: 31 }),
  }) as fc.Arbitrary<Story>
}

/** Plays a story, and another run after it. Gives what went wrong, in words. */
export async function play(story: Story, variant: Variant, punctual = false): Promise<readonly string[]> {
  const universe = aUniverse(story.scheduler, story.fates, COMMITS)
  begin(universe)
  const permits: Permits = new Map()
  const runs = story.plans.map((plan, at) => aRun(universe, { ...plan, id: at + 10, punctual }))
  const ended = runs.map((run) => carryOutRun(run, permits, variant))
  const blown = story.blows.map((blow) => strike(universe, runs, blow))
  await playOut(story.scheduler)
  await Promise.all([...blown, ...ended.filter((_, at) => runs[at]?.process.killed === false)])
  const calm = { ...universe, fate: () => 'answered' as const }
  const last = aRun(calm, { id: 99, command: 'deploy', commit: COMMITS.length - 1, skew: 0, punctual: false })
  const after = carryOutRun(last, permits, variant)
  await playOut(story.scheduler)
  await after
  return [...universe.breaches, ...breaches(universe, [...runs, last])]
}

/** Between two turns, all that can be done without another turn is done. */
async function playOut(scheduler: Scheduler): Promise<void> {
  for (await setImmediate(); scheduler.count() > 0; await setImmediate()) await scheduler.waitOne()
}

/** Two releases were deployed. */
function begin(universe: Universe): void {
  const kept = ['old', 'live'].map((name, at) => ({ name, commit: COMMITS[at] ?? '', digest: DIGEST }))
  universe.hosts.push(aModelHost('i-1', ...kept))
  universe.parameters.set(
    RECORD,
    kept.map(({ name, commit }, over) => ({
      text: JSON.stringify(aRecord({ release: name, commit, hostId: 'i-1', hostIds: ['i-1'], over })),
      at: universe.awsTime(),
    })),
  )
}

async function strike(universe: Universe, runs: readonly Run[], { run: which, kind, at, lasts }: Blow): Promise<void> {
  const { process } = runs[which % runs.length] ?? { process: undefined }
  if (process === undefined) return
  const befall = (): void => {
    if (kind === 'kill') process.killed = true
    else if (kind === 'delete') universe.parameters.delete(LEASE)
    else process.thawed = thaw(universe, universe.time() + lasts)
  }
  if (at !== '') process.ambush = { asks: at, strike: befall }
  else await universe.scheduler.schedule(Promise.resolve(), `${kind} ${process.name}`).then(befall)
}

/** Time passes for the others, in which they act or do not. */
async function thaw(universe: Universe, until: number): Promise<void> {
  while (universe.time() < until) {
    await universe.scheduler.schedule(Promise.resolve(), 'time passes')
    universe.pass(5000)
  }
}

function breaches(universe: Universe, runs: readonly Run[]): readonly string[] {
  const written = recordsOf(universe)
  const last = runs.at(-1)
  const live = universe.hosts.find(({ id }) => id === written.at(-1)?.hostId)?.live?.name
  return [
    ...universe.hosts.flatMap(({ id, owners }) =>
      outOfTurn(owners, universe.claims).map((url) => `${url} changed ${id} after a later run had`),
    ),
    ...outOfTurn(
      written.map(({ attempt }) => attempt.runUrl),
      universe.claims,
    ).map((url) => `${url} wrote the record after a later run had`),
    ...written.flatMap((record, at) => lostMarks(written[at - 1], record)),
    ...runs.flatMap((run) => unrecorded(run, written)),
    ...(last?.outcome === 'deployed' && live === written.at(-1)?.release ? [] : [`a human is needed: ${last?.outcome}, ${live} serves`]),
  ]
}

/** Whoever comes after one that got the lease later. A run that changes nothing has none; one whose claim was deleted before it began claims again. */
function outOfTurn(urls: readonly string[], claims: readonly string[]): readonly string[] {
  const turns = urls.map((url) => claims.lastIndexOf(url))
  return urls.filter((_, at) => (turns[at] ?? -1) >= 0 && turns.slice(0, at).some((earlier) => earlier > (turns[at] ?? 0)))
}

function recordsOf({ parameters }: Universe): readonly ReleaseRecord[] {
  return standingTexts(parameters, RECORD).flatMap((text) => parseRecord(text) ?? [])
}

function lostMarks(before: ReleaseRecord | undefined, { blocked, commit, attempt }: ReleaseRecord): readonly string[] {
  const lost = (before?.blocked ?? []).filter((marked) => marked !== commit && !blocked.includes(marked))
  return lost.map((marked) => `${attempt.runUrl} lost the mark of ${short(marked)}`)
}

/** A run that says that it changed something stands in the history, unless the service was destroyed since. */
function unrecorded({ outcome, url, process, plan }: Run, written: readonly ReleaseRecord[]): readonly string[] {
  if (plan.punctual || !['deployed', 'rolled-back', 'restarted'].includes(outcome)) return []
  return written.some(({ attempt }) => attempt.runUrl === url) ? [] : [`${process.name} is not in the record`]
}
