import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { readTexts, render } from '../scripts/docs.ts'
import { INPUTS } from '../src/inputs.ts'
import { OUTPUTS } from '../src/outputs.ts'

describe('on disk', () => {
  test('action.yml and README.md are what `npm run docs` writes', () => {
    const texts = readTexts()
    expect(render(texts, { inputs: INPUTS, outputs: OUTPUTS })).toEqual(texts)
  })

  test('action.yml has every input and output, and runs the bundle in both phases', () => {
    const action = parse(readTexts().action)
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS))
    expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS))
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/index.js', 'post-if': 'always()' })
  })
})

describe('render', () => {
  const action = 'inputs:\n  # inputs:begin\n  old:\n  # inputs:end\noutputs:\n  # outputs:begin\n  # outputs:end\n'
  const readme = '<!-- inputs:begin -->\n<!-- inputs:end -->\ntext\n<!-- outputs:begin -->\nold\n<!-- outputs:end -->\n'
  const inputs = {
    port: { description: "The container's port, 1|2.", default: undefined, required: true, group: 'Run' },
    args: { description: 'Arguments.', default: 'a\nb', required: false, group: 'Run' },
    target: { description: '$& stays.', default: '$1', required: false, group: 'Image' },
  }
  const outputs = { url: { description: 'Where it answers.' } }

  test('keeps descriptions and defaults exactly in YAML', () => {
    expect(parse(render({ action, readme }, { inputs, outputs }).action)).toEqual({
      inputs: {
        port: { description: "The container's port, 1|2.", required: true },
        args: { description: 'Arguments.', required: false, default: 'a\nb' },
        target: { description: '$& stays.', required: false, default: '$1' },
      },
      outputs: { url: { description: 'Where it answers.' } },
    })
  })

  test('brings any text into YAML and back', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((words) => words.trim() !== '')
    fc.assert(
      fc.property(text, (words) => {
        const row = { description: words, default: words, required: false, group: 'Run' }
        const { inputs: written } = parse(render({ action, readme }, { inputs: { row }, outputs }).action)
        expect(written.row).toEqual({ description: words, default: words, required: false })
      }),
    )
  })

  test('makes one table for each group in the README', () => {
    expect(render({ action, readme }, { inputs, outputs }).readme).toBe(`<!-- inputs:begin -->

### Run

| Input | Default | What it is |
|---|---|---|
| \`port\` | **required** | The container's port, 1\\|2. |
| \`args\` | \`a b\` | Arguments. |

### Image

| Input | Default | What it is |
|---|---|---|
| \`target\` | \`$1\` | $& stays. |

<!-- inputs:end -->
text
<!-- outputs:begin -->

| Output | What it is |
|---|---|
| \`url\` | Where it answers. |

<!-- outputs:end -->
`)
  })

  test('refuses a missing marker and a missing description', () => {
    expect(() => render({ action: '', readme }, { inputs, outputs })).toThrow('inputs:begin')
    expect(() => render({ action, readme }, { inputs, outputs: { url: { description: ' ' } } })).toThrow('no description: url')
  })
})
