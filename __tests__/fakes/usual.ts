import type { Command } from '../../src/domain/command.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import type { InputName } from '../../src/config/inputs/inputs.ts'

type Texts = Readonly<Record<string, string | undefined>>

/** The inputs of a run: usual ones as far as its command takes them, and over them its own. */
export function overUsual(usual: Readonly<Partial<Record<InputName, string>>>, own: Texts): Texts {
  const command = commandOf(own)
  const taken = Object.entries(usual).filter(([name]) => INPUTS[name as InputName].commands.includes(command))
  return { ...Object.fromEntries(taken), ...own }
}

/** The plan of a promotion takes what a promotion does. */
function commandOf({ command = 'deploy', 'promote-from': from }: Texts): Command {
  return command === 'plan' && from !== undefined ? 'promote' : (command as Command)
}
