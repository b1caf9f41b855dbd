import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { commandWords, SUB_ACTIONS } from '../../scripts/actions.ts'
import type { InputRow, SubAction } from '../../scripts/actions.ts'
import { generated, read, render } from '../../scripts/docs.ts'
import { COMMANDS } from '../../src/domain/command.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Field } from '../../src/domain/field/field.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { MACHINE_OPTIONS } from '../../src/domain/release/settings/machine-options.ts'
import { PROCESS_OPTIONS } from '../../src/domain/release/settings/process-options.ts'
import { TLS } from '../../src/domain/release/settings/tls.ts'
import { settings } from '../../src/domain/release/spec.ts'
import { OUTPUTS } from '../../src/report/outputs.ts'
import { fc } from '../fakes/properties.ts'

const namesFor = (rows: Readonly<Record<string, { readonly commands: readonly Command[] }>>, command: Command): string[] =>
  Object.keys(rows).filter((name) => rows[name]?.commands.includes(command))

describe('on disk', () => {
  test.each(Object.entries(generated()))('%s is what `npm run docs` writes', (path, text) => {
    expect(read(path)).toBe(text)
  })

  test('action.yml has every input and output, and runs the bundle in both phases', () => {
    const action = parse(read('action.yml'))
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS))
    expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS))
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/index.js', 'post-if': 'always()' })
  })

  test('each command has an action', () => {
    expect(Object.keys(SUB_ACTIONS).toSorted()).toEqual([...COMMANDS].toSorted())
  })

  test('the README names the action of each command', () => {
    const [, named = ''] = /## An action for each command\n([^]*?)\n```/.exec(read('README.md')) ?? []
    const own = [...named.matchAll(/`([a-z]+)`/g)].map(([, name]) => name).filter((name) => name !== 'command')
    expect(new Set(own)).toEqual(new Set(COMMANDS))
  })

  test.each(Object.keys(SUB_ACTIONS) as SubAction[])(
    '%s/action.yml has the inputs and outputs of its command, and runs the same bundle',
    (command) => {
      const action = parse(read(`${command}/action.yml`))
      const { [`command-${command}`]: mark, ...inputs } = action.inputs
      expect(mark).toMatchObject({ required: false, default: 'true' })
      expect(Object.keys(inputs)).toEqual(namesFor(INPUTS, command).filter((name) => name !== 'command'))
      expect(Object.keys(action.outputs)).toEqual(namesFor(OUTPUTS, command))
      expect(action.runs).toEqual({ using: 'node24', main: '../dist/index.js', post: '../dist/index.js', 'post-if': 'always()' })
    },
  )

  test.each(['action.yml', ...Object.keys(SUB_ACTIONS).map((command) => `${command}/action.yml`)])(
    // A guard's default is no word of the step, but what the runner passes for an absent input.
    '%s states no default that would be taken for a word of the step',
    (path) => {
      const stated = Object.entries<{ default?: string }>(parse(read(path)).inputs).filter(([, row]) => row.default !== undefined)
      const fromFile = stated.filter(([name]) => Object.hasOwn(INPUTS, name) && !isOwnToStep(INPUTS[name as keyof typeof INPUTS]))
      expect(fromFile).toEqual([])
    },
  )
})

describe('render', () => {
  const action = 'inputs:\n  # inputs:begin\n  old:\n  # inputs:end\noutputs:\n  # outputs:begin\n  # outputs:end\n'
  const readme =
    '<!-- run-inputs:begin -->\n<!-- run-inputs:end -->\n<!-- inputs:begin -->\n<!-- inputs:end -->\ntext\n<!-- outputs:begin -->\nold\n<!-- outputs:end -->\n'
  const usual: InputRow = {
    description: '',
    default: undefined,
    passed: undefined,
    required: false,
    group: 'Run',
    commands: ['deploy'],
    effect: 'run',
    ofRun: false,
  }
  const inputs = {
    port: { ...usual, description: "The container's port, 1|2.", required: true },
    args: { ...usual, description: 'Arguments.', default: 'a\nb', passed: 'a\nb', ofRun: true },
    target: { ...usual, description: '$& stays.', default: '$1', group: 'Image', commands: COMMANDS },
  }
  const outputs = { url: { description: 'Where it answers.', commands: COMMANDS } }

  test('keeps descriptions and defaults exactly in YAML', () => {
    expect(parse(render({ action, readme }, { inputs, outputs }).action)).toEqual({
      inputs: {
        port: { description: "The container's port, 1|2.", required: true },
        args: { description: 'Arguments.', required: false, default: 'a\nb' },
        target: { description: '$& stays. Default: `$1`.', required: false },
      },
      outputs: { url: { description: 'Where it answers.' } },
    })
  })

  test('says what the default of a guard stands for', () => {
    const row = { ...usual, description: 'Guard.', default: 'none', passed: 'unset' }
    const { action: text } = render({ action, readme }, { inputs: { row }, outputs })
    expect(text).toContain("    default: 'unset' # passed if the step leaves this input out\n")
    expect(parse(text).inputs.row).toEqual({ description: 'Guard. Default: `none`.', default: 'unset', required: false })
  })

  test('brings any text into YAML and back', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((words) => words.trim() !== '')
    fc.assert(
      fc.property(text, (words) => {
        const row = { ...usual, description: words, default: words, passed: words }
        const { inputs: written } = parse(render({ action, readme }, { inputs: { row }, outputs }).action)
        expect(written.row).toEqual({ description: words, default: words, required: false })
      }),
    )
  })

  test('folds a table for each group into the README', () => {
    expect(render({ action, readme }, { inputs, outputs }).readme).toBe(`<!-- run-inputs:begin -->

\`args\`

<!-- run-inputs:end -->
<!-- inputs:begin -->

<details>
<summary><b>Run (2)</b></summary>

| Input | Default | Commands | Takes effect with | Description |
|---|---|---|---|---|
| \`port\` | **required** | deploy | the run | The container's port, 1\\|2. |
| \`args\` | \`a b\` | deploy | the run | Arguments. |

</details>

<details>
<summary><b>Image (1)</b></summary>

| Input | Default | Commands | Takes effect with | Description |
|---|---|---|---|---|
| \`target\` | \`$1\` | all | the run | $& stays. |

</details>

<!-- inputs:end -->
text
<!-- outputs:begin -->

| Output | Description |
|---|---|
| \`url\` | Where it answers. |

<!-- outputs:end -->
`)
  })

  test('refuses a missing marker and a missing description', () => {
    expect(() => render({ action: '', readme }, { inputs, outputs })).toThrow('inputs:begin')
    expect(() => render({ action, readme }, { inputs, outputs: { url: { description: ' ', commands: [] } } })).toThrow(
      'no description: url',
    )
  })
})

describe('docs/plan.md', () => {
  const page = read('docs/plan.md')
  const kept = settings().filter(([, { identity, acts }]) => identity || acts === 'proxy')
  const options: readonly string[] = Object.keys({ ...PROCESS_OPTIONS, ...MACHINE_OPTIONS })
  const names = (words: string): string[] => [...words.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name).toSorted()

  test('names the inputs that a plan shows as they are', () => {
    const [, shown = '', hidden = ''] =
      /shown as they are: ([^.]*?)and the container options, except ([^.]*)\./.exec(page.replaceAll('\n', ' ')) ?? []
    const told = kept.filter(([, { told: how }]) => how === 'value').map(([name]) => name)
    expect(names(shown)).toEqual(told.filter((name) => !options.includes(name)).toSorted())
    expect(names(hidden)).toEqual(options.filter((name) => !told.some((one) => one === name)).toSorted())
  })

  test('names the inputs that are approved as the configuration', () => {
    const [, row = ''] = /\| configuration \| ([^|]*) \|/.exec(page) ?? []
    const summed = [...options, ...Object.keys(TLS)]
    const approved = kept.map(([name]) => name as string).filter((name) => !summed.includes(name))
    expect(names(row)).toEqual([...approved, 'proxy-image'].toSorted())
  })
})

function isOwnToStep({ ofRun, emptyIsWrong = false }: Field<unknown>): boolean {
  return ofRun || emptyIsWrong
}

test.each([
  [COMMANDS, 'all'],
  [COMMANDS.filter((command) => command !== 'comment'), 'all except comment'],
  [COMMANDS.slice(0, 3), 'deploy, preview, plan'],
])('the README says which commands take an input: %j', (commands, words) => {
  expect(commandWords(commands)).toBe(words)
})
