// Reads what Jest and pytest report. script/test uses it:
//   node scripts/test-report.ts again REPORT          prints the command that runs its failed tests once more: arguments of `env`, each with a NUL
//   node scripts/test-report.ts total FOLDER STATUS   prints the closing line of a run that ended with this status
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, parse } from 'node:path'

/** More failures than this are no accident of a busy machine, so they get no second try. */
export const MOST_AGAIN = 3

/** What this reads of Jest's `--json`: https://jestjs.io/docs/configuration#testresultsprocessor-string */
export interface JestReport {
  readonly testResults: readonly {
    /** The path of the file. */
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly title: string; readonly fullName: string }[]
  }[]
}

/** How many tests did what. `failed` names them, or a whole file that could not be read. */
export interface Counts {
  readonly passed: number
  readonly failed: readonly string[]
  readonly skipped: number
}

if (import.meta.main) {
  const [, , command = '', path = '', status] = process.argv
  if (command === 'again')
    process.stdout.write(
      again(path)
        .map((argument) => `${argument}\0`)
        .join(''),
    )
  else console.log(closingLine(runsOf(path), status === '0'))
}

/** The command that runs the failed tests of a report once more; empty if there are none, or too many. It writes a report of the same name. */
function again(report: string): readonly string[] {
  const part = parse(report).name
  const command = ['npm', 'run', '--silent', part, '--']
  const { failed } = countsOf(report)
  if (failed.length === 0 || failed.length > MOST_AGAIN) return []
  if (report.endsWith('.xml')) return [...command, '--last-failed', `--junitxml=${second(report)}`]
  const { settings, options } = jestAgain(part, read(report))
  return [...settings, ...command, ...options, '--json', `--outputFile=${second(report)}`]
}

/** The failed tests of a part as settings of the environment and as Jest's options. */
export function jestAgain(
  part: string,
  { testResults }: JestReport,
): { readonly settings: readonly string[]; readonly options: readonly string[] } {
  const files = testResults.filter(({ status }) => status === 'failed')
  const failed = files.flatMap(({ assertionResults }) => assertionResults.filter(isFailed))
  // A setting chooses its rows: all are played when the file is loaded.
  if (part === 'test:faults') return { settings: [`FAULTS_ONLY=${oneOf(failed.map(({ title }) => title))}`], options: [] }
  const names = files.some(isBroken) ? [] : ['--testNamePattern', oneOf(failed.map(({ fullName }) => fullName))]
  return { settings: [], options: [...names, '--runTestsByPath', ...files.map(({ name }) => name)] }
}

function isFailed({ status }: { readonly status: string }): boolean {
  return status === 'failed'
}

/** Whether the file itself failed, before or after its tests. */
function isBroken(file: JestReport['testResults'][number]): boolean {
  return isFailed(file) && !file.assertionResults.some(isFailed)
}

function oneOf(names: readonly string[]): string {
  return `^(${names.map((name) => name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|')})$`
}

/** The closing line of first tries and, by the same name, second ones. A run can also fail without a failed test. */
export function closingLine(runs: readonly { readonly first: Counts; readonly second?: Counts | undefined }[], passed: boolean): string {
  const unstable = runs.flatMap(({ first, second }) => (second && second.failed.length === 0 ? first.failed : []))
  const all = runs.reduce((sum, { first }) => sum + first.passed, 0) + unstable.length
  const failed = runs.reduce((sum, { first }) => sum + first.failed.length, 0) - unstable.length
  const skipped = runs.reduce((sum, { first }) => sum + first.skipped, 0)
  return [
    `${all} passed, ${failed || Number(!passed)} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(unstable.length > 0 ? [`${unstable.length} passed at the second try only: ${unstable.join('; ')}`] : []),
  ].join(', ')
}

function runsOf(folder: string): readonly { first: Counts; second: Counts | undefined }[] {
  return globSync(`${folder}/*.{json,xml}`)
    .toSorted()
    .map((file) => ({ first: countsOf(file), second: existsSync(second(file)) ? countsOf(second(file)) : undefined }))
}

/** Where the report of the second try is. */
function second(report: string): string {
  return join(dirname(report), 'again', basename(report))
}

function countsOf(file: string): Counts {
  return file.endsWith('.xml') ? pytestCounts(readFileSync(file, 'utf8')) : jestCounts(read(file))
}

/** The tests of Jest's report. */
export function jestCounts({ testResults }: JestReport): Counts {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failed = tests.filter(isFailed).map(({ fullName }) => fullName)
  const broken = testResults.filter(isBroken).map(({ name }) => name)
  return { passed, failed: [...failed, ...broken], skipped: tests.length - passed - failed.length }
}

/** The tests of pytest's JUnit file, in which a test can fail and also have an error at its end. */
export function pytestCounts(xml: string): Counts {
  const cases = [...xml.matchAll(/<testcase\b[^>]*?(?:\/>|>.*?<\/testcase>)/gs)].map(([text]) => text)
  const failed = cases.filter((text) => /<(?:failure|error)\b/.test(text)).map((text) => /\bname="([^"]*)"/.exec(text)?.[1] ?? '')
  const skipped = cases.filter((text) => /<skipped\b/.test(text)).length
  return { passed: cases.length - failed.length - skipped, failed, skipped }
}

function read(path: string): JestReport {
  return JSON.parse(readFileSync(path, 'utf8')) as JestReport
}
