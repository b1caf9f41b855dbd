import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'

/** `deploy-timeout` ends the work on a host whatever it is doing, so a good release must be done before. */
export function timeProblems(inputs: Partial<Inputs>): Problem[] {
  const { 'deploy-timeout': timeout } = inputs
  if (timeout === undefined) return []
  return [
    ...canaryTimes(inputs, timeout),
    ...timesAfterCutOver(inputs, timeout),
    ...settleTime(inputs, timeout),
    ...commandTime(inputs, timeout),
  ]
}

function canaryTimes({ 'canary-steps': steps = [] }: Partial<Inputs>, timeout: number): Problem[] {
  const seconds = steps.reduce((sum, { time }) => sum + time, 0)
  if (seconds < timeout) return []
  return [
    { input: 'canary-steps', message: `its steps take ${seconds} s in total, but deploy-timeout is ${timeout} s; raise deploy-timeout` },
  ]
}

function commandTime({ 'release-command': args = [], 'release-command-timeout': limit = 0 }: Partial<Inputs>, timeout: number): Problem[] {
  if (args.length === 0 || limit < timeout) return []
  return [{ input: 'release-command-timeout', message: 'must be shorter than deploy-timeout, in which the release also starts' }]
}

/** A release of a worker takes both, unless its image has a HEALTHCHECK. */
function settleTime({ port, 'settle-time': settle = 0, 'bake-time': bake = 0 }: Partial<Inputs>, timeout: number): Problem[] {
  if (port !== 'none' || settle + bake < timeout) return []
  const words = `settle-time and bake-time take ${settle + bake} s together, but deploy-timeout is ${timeout} s`
  return [{ input: 'settle-time', message: `${words}; raise deploy-timeout` }]
}

/** Each release takes `bake-time`; a single open connection makes the next one take all of `drain-timeout`, too. */
function timesAfterCutOver({ 'bake-time': bake = 0, 'drain-timeout': drain = 0 }: Partial<Inputs>, timeout: number): Problem[] {
  if (bake + drain < timeout) return []
  const input = bake >= drain ? 'bake-time' : 'drain-timeout'
  const words = `bake-time and drain-timeout can take ${bake + drain} s together, but deploy-timeout is ${timeout} s`
  return [{ input, message: `${words}; raise deploy-timeout` }]
}
