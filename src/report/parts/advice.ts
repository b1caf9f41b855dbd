import { FACTS } from '../../config/step/facts.ts'
import type { InputName } from '../../config/inputs/inputs.ts'
import type { Command } from '../../domain/command.ts'
import type { Report } from './report.ts'

/** Inputs that a text mentions: a hyphenated name by itself, and a single word, such as `port`, as `input port` or `port: 8080`. */
export function inputsIn(text: string): readonly InputName[] {
  return (Object.keys(FACTS) as InputName[]).filter((name) => patternOf(name).test(text))
}

function patternOf(name: InputName): RegExp {
  const word = `(?<![\\w./-])${name}(?![\\w/-])`
  return new RegExp(name.includes('-') ? word : `\\binputs? (?:[a-z-]+(?:, | and | or ))*${word}|${word}: \\S`)
}

/** For inputs that a command does not accept, says where to set them. */
export function adviceFor(command: Command, hint: string): string {
  const foreign = inputsIn(hint).filter((name) => !FACTS[name].commands.includes(command) && FACTS[name].commands.includes('deploy'))
  if (foreign.length === 0) return hint
  const [are, them] = foreign.length === 1 ? ['is not an input', 'it'] : ['are not inputs', 'them']
  const where =
    command === 'promote' ? `deploy with ${them} in the environment that the release comes from, and promote that` : `deploy with ${them}`
  return `${hint} (${foreign.join(', ')} ${are} of ${command}: ${where}.)`
}

/** A report whose next step fits a run of this command. */
export function withAdvice(report: Report, command: Command): Report {
  const { failure } = report
  return failure?.hint === undefined ? report : { ...report, failure: { ...failure, hint: adviceFor(command, failure.hint) } }
}
