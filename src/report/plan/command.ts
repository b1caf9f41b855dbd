import type { CommandRun } from '../../domain/plan/command-run.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'

/** An argument that needs no quotes to be read as one. */
const PLAIN = /^[\w./:=@%+,-]+$/

/** Such as `on i-1, before any of the 3 hosts gets the release: npm run migrate`; empty if no command runs. */
export function commandWords(run: CommandRun | undefined): string {
  if (run === undefined) return ''
  const order = run.hosts === 1 ? '' : `, before any of the ${run.hosts} hosts gets the release`
  return `on ${placeWords(run)}${order}: ${run.args.map((one) => (PLAIN.test(one) ? one : JSON.stringify(one))).join(' ')}`
}

function placeWords({ on, hosts }: CommandRun): string {
  switch (on.kind) {
    case 'host':
      return on.id
    case 'successor':
      return `the host that replaces ${on.id}`
    case 'new-host':
      return hosts === 1 ? 'the new host' : 'the first new host'
  }
}

/** Where the command runs; `host` is empty for one that is still to be launched. Without its arguments: a masked one would cost the whole output. */
export function commandJson({ commandRun: run }: Pick<DeployPlan, 'commandRun'>) {
  return run === undefined ? null : { host: run.on.kind === 'host' ? run.on.id : '' }
}
