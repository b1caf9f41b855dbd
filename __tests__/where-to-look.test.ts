import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { INPUTS } from '../src/config/inputs/inputs.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** What a row of the table "Where to look" says. */
function saidOf(thing: string): string {
  const [, table = ''] = read('docs/architecture.md').split('### Where to look')
  const [, said = ''] = new RegExp(`^\\| ${thing} \\| (.*) \\|$`, 'm').exec(table) ?? []
  return said
}

const pathsIn = (text: string): readonly string[] => Array.from(text.matchAll(/`((?:src|host)\b[\w/.-]*)`/g), ([, path = '']) => path)
const filesIn = (path: string): readonly string[] => (path.endsWith('.ts') ? [path] : globSync(`${path}/**/*.{ts,py}`, { cwd: ROOT }))

test('each input is one row below the paths that docs/architecture.md names', () => {
  const texts = pathsIn(saidOf('an input')).flatMap(filesIn).map(read)
  const rowsOf = (name: string) => texts.flatMap((text) => text.match(new RegExp(`^ {2}'?${name}'?: \\w+\\(`, 'gm')) ?? [])
  expect(texts.length).toBeGreaterThan(20)
  expect(Object.keys(INPUTS).filter((name) => rowsOf(name).length !== 1)).toEqual([])
})

test('each cause of docs/causes.md is quoted where docs/architecture.md says', () => {
  const causes = Array.from(read('docs/causes.md').matchAll(/id="([a-z0-9-]+)"/g), ([, cause = '']) => cause)
  const list = filesIn('src/domain/cause')
  const texts = ['src', 'host']
    .flatMap(filesIn)
    .filter((file) => !list.includes(file))
    .map(read)
  expect(pathsIn(saidOf('a cause'))).toEqual(expect.arrayContaining(['src', 'host', 'src/domain/cause']))
  expect(causes.length).toBeGreaterThan(100)
  expect(causes.filter((cause) => !texts.some((text) => text.includes(`'${cause}'`) || text.includes(`"${cause}"`)))).toEqual([])
})

test('each request to AWS is in the folder of its service, or in a file that docs/architecture.md names', () => {
  const said = saidOf('an AWS call in CloudTrail')
  const elsewhere = globSync('src/**/*.ts', { cwd: ROOT }).flatMap((file) => {
    const clients = Array.from(read(file).matchAll(/^import \{[^}]*(?:Command|paginate)[^}]*\} from '@aws-sdk\/client-([\w-]+)'/gm))
    return clients.flatMap(([, client = '']) => (file.startsWith(`src/adapters/aws/${client.replace('-53', '53')}/`) ? [] : [file]))
  })
  const named = (file: string): boolean => {
    const [folder, name] = file.replace('src/adapters/aws/', '').split('/')
    return said.includes(`\`${folder}/\``) || said.includes(`\`${folder}/${name}\``)
  }
  expect(new Set(elsewhere).size).toBeGreaterThan(2)
  expect(elsewhere.filter((file) => !file.startsWith('src/adapters/aws/') || !named(file))).toEqual([])
})

test.each([
  { of: 'local', page: 'local/README.md' },
  { of: 'scripts', page: 'docs/architecture.md' },
  { of: '__tests__', page: 'docs/architecture.md' },
])('$page names each folder of $of', ({ of, page }) => {
  const text = read(page)
  const folders = globSync('*/', { cwd: join(ROOT, of), exclude: ['__pycache__'] }).map((path) => path.replace('/', ''))
  // The folders of unit tests are those of src.
  const inSource = globSync('*/', { cwd: join(ROOT, 'src') }).map((path) => path.replace('/', ''))
  expect(folders.length).toBeGreaterThan(3)
  expect(folders.filter((folder) => !text.includes(`\`${folder}/`) && !inSource.includes(folder))).toEqual([])
})
