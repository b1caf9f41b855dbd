import { INPUTS } from '../../config/inputs/inputs.ts'
import type { InputName } from '../../config/inputs/inputs.ts'
import type { Command } from '../../domain/command.ts'
import type { Report } from './report.ts'

/** Inputs that a text names: those with a hyphen by their name alone, and a single word, such as `port`, as `input port` or `port: 8080`. */
export function inputsIn(text: string): readonly InputName[] {
  return (Object.keys(INPUTS) as InputName[]).filter((name) => patternOf(name).test(text))
}

function patternOf(name: InputName): RegExp {
  const word = `(?<![\\w./-])${name}(?![\\w/-])`
  return new RegExp(name.includes('-') ? word : `\\binputs? (?:[a-z-]+(?:, | and | or ))*${word}|${word}: \\S`)
}

/** Says of inputs that a command does not take where they can be given. */
export function adviceFor(command: Command, next: string): string {
  const foreign = inputsIn(next).filter((name) => !INPUTS[name].commands.includes(command) && INPUTS[name].commands.includes('deploy'))
  if (foreign.length === 0) return next
  const [are, them] = foreign.length === 1 ? ['is not an input', 'it'] : ['are not inputs', 'them']
  const where = command === 'promote' ? `deploy with ${them} where the release comes from, and promote that` : `deploy with ${them}`
  return `${next} (${foreign.join(', ')} ${are} of ${command}: ${where}.)`
}

/** A report whose next step can be followed after a run of this command. */
export function withAdvice(report: Report, command: Command): Report {
  const { failure } = report
  return failure?.next === undefined ? report : { ...report, failure: { ...failure, next: adviceFor(command, failure.next) } }
}
