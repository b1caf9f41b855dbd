// Renders the pages of typical runs like GitHub, and fails if one is wider than GitHub's page or a phone, has a headline of two lines, or a diagram
// that Mermaid cannot parse.
// Usage: npm run docs:pages [-- NAME...]; the documentation's pages go to docs/images. Needs script/setup's packages on Debian, and for the intended
// look also fonts-liberation2, fonts-noto-color-emoji and pngquant.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM } from '../local/browser/browser.ts'
import { MERMAID, summaryPage, WIDTH } from '../local/browser/summary-page.ts'
import { PAGES } from '../__tests__/fakes/pages.ts'
import { FEW, HOSTILE, METRICS } from '../__tests__/fakes/sample-metrics.ts'
import { metricsPage } from '../src/report/metrics/page.ts'
import { renderSummary } from '../src/report/summary.ts'

const IMAGES = join(import.meta.dirname, '..', 'docs', 'images')
const CAUSES = 'https://github.com/acme/docker-to-ec2/blob/v1/docs/causes.md'
/** Pages in the documentation. */
const SHOWN: readonly string[] = ['success', 'failure', 'canary', 'plan', 'status', 'metrics', 'doctor']

/** Mermaid is not one of the project's packages, which would add a hundred others: one file, by its digest. */
function mermaid(): string {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'docker-to-ec2')
  const file = join(folder, `mermaid-${MERMAID.version}.min.js`)
  if (!existsSync(file)) fetchMermaid(folder, file)
  const text = readFileSync(file, 'utf8')
  if (createHash('sha256').update(text).digest('hex') !== MERMAID.sha256) throw new Error(`${file} is not Mermaid ${MERMAID.version}`)
  return file
}

function fetchMermaid(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true })
  const archive = execFileSync('npm', ['pack', '--silent', `mermaid@${MERMAID.version}`], { cwd: folder, encoding: 'utf8' }).trim()
  const inside = 'package/dist/mermaid.min.js'
  writeFileSync(file, execFileSync('tar', ['-xzOf', archive, inside], { cwd: folder, maxBuffer: 2 ** 26 }))
  rmSync(join(folder, archive))
}

/** The page's own measurements after rendering. */
const MEASURE = `
const { error } = await mermaid.run({ querySelector: '.mermaid' }).then(() => ({}), (error) => ({ error: String(error.message ?? error) }))
const wide = [...document.querySelectorAll('table, p, li, h2, h3')].filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
const head = document.querySelector('h2')
document.body.dataset.told = JSON.stringify({
  error,
  height: document.documentElement.scrollHeight,
  wide: wide.map((e) => e.textContent.slice(0, 80)),
  over: document.body.scrollWidth - document.body.clientWidth,
  lines: Math.round((head.clientHeight - parseFloat(getComputedStyle(head).paddingBottom)) / parseFloat(getComputedStyle(head).lineHeight)),
})
`

/** A phone: there, tables and code scroll by themselves. */
const NARROW = 390
/** Their headline is a list of numbers, or hostile. */
const LONG_HEADLINE = /^(metrics|hostile)/

function html(markdown: string, unfolded: boolean): string {
  const start = `mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });${MEASURE}`
  const page = summaryPage(markdown, `<script src="file://${mermaid()}"></script><script type="module">${start}</script>`)
  return unfolded ? page.replaceAll('<details>', '<details open>') : page
}

function chromium(...args: readonly string[]): string {
  const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--disable-lcd-text',
    '--allow-file-access-from-files',
    '--virtual-time-budget=15000',
  ]
  return execFileSync(PROGRAM, [...flags, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 26,
  })
}

interface Told {
  readonly error?: string
  readonly height: number
  readonly wide: readonly string[]
  /** Pixels by which the page is wider than its window. */
  readonly over: number
  /** Of the headline. */
  readonly lines: number
}

function measured(file: string): Told {
  const [, told = ''] = /data-told="([^"]*)"/.exec(chromium(`--window-size=${WIDTH},400`, '--dump-dom', `file://${file}`)) ?? []
  if (told === '') throw new Error(`${file} was not drawn`)
  return JSON.parse(told.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

function draw(name: keyof typeof PAGES, folder: string): string[] {
  const { report, steps } = PAGES[name]
  const markdown = renderSummary(report, steps, CAUSES)
  const [folded, unfolded, narrow] = ['', '.open', '.narrow'].map((kind) => join(folder, `${name}${kind}.html`)) as [string, string, string]
  writeFileSync(folded, html(markdown, false))
  writeFileSync(unfolded, html(markdown, true))
  writeFileSync(narrow, html(markdown, true).replace(`width: ${WIDTH}px`, `width: ${NARROW}px`))
  const { height, lines } = measured(folded)
  const image = join(SHOWN.includes(name) ? IMAGES : folder, `${name}.png`)
  chromium(`--window-size=${WIDTH},${height}`, `--screenshot=${image}`, `file://${folded}`)
  execFileSync('pngquant', ['--force', '--ext', '.png', '--strip', '64', image])
  console.log(`${image}: ${height} pixels high, ${Buffer.byteLength(markdown)} bytes of Markdown`)
  const { error, wide } = measured(unfolded)
  return [
    ...(error === undefined ? [] : [`${name}: ${error}`]),
    ...wide.map((text) => `${name} is too wide: ${text}`),
    ...(measured(narrow).over > 0 ? [`${name} is wider than a phone`] : []),
    ...(lines > 1 && !LONG_HEADLINE.test(name) ? [`${name} has a headline of ${lines} lines`] : []),
  ]
}

/** The static page of metrics as its readers see it: on a laptop, in the light and in the dark, and on a phone. */
const SITES = {
  site: { metrics: METRICS, width: 1040, dark: false },
  'site-dark': { metrics: METRICS, width: 1040, dark: true },
  'site-phone': { metrics: METRICS, width: 390, dark: false },
  'site-few': { metrics: FEW, width: 1040, dark: false },
  'site-hostile': { metrics: HOSTILE, width: 390, dark: false },
} as const

type Site = keyof typeof SITES

/** Pixels that are drawn of a page. */
const HEIGHT = 2400

/** Chromium makes no window as narrow as a phone, so each page is shown in a frame. */
function drawSite(name: Site, folder: string): string[] {
  const { metrics, width, dark } = SITES[name]
  const [file, frame] = [join(folder, `${name}.site.html`), join(folder, `${name}.html`)]
  writeFileSync(file, metricsPage(metrics))
  const size = `border:0;width:${width}px;height:${HEIGHT}px;color-scheme:${dark ? 'dark' : 'light'}`
  writeFileSync(frame, `<!doctype html><body style="margin:0"><iframe src="file://${file}" style="${size}"></iframe>`)
  const image = join(SHOWN.includes(name) ? IMAGES : folder, `${name}.png`)
  const scheme = dark ? ['--blink-settings=preferredColorScheme=0'] : []
  chromium(...scheme, `--window-size=${Math.max(500, width)},${HEIGHT}`, `--screenshot=${image}`, `file://${frame}`)
  execFileSync('pngquant', ['--force', '--ext', '.png', '--strip', '64', image])
  console.log(image)
  return []
}

const isSite = (name: string): name is Site => name in SITES

const names = process.argv.length > 2 ? process.argv.slice(2) : [...Object.keys(PAGES), ...Object.keys(SITES)]
const folder = mkdtempSync(join(tmpdir(), 'docker-to-ec2-pages-'))
mkdirSync(IMAGES, { recursive: true })
const wrong = names.flatMap((name) => (isSite(name) ? drawSite(name, folder) : draw(name as keyof typeof PAGES, folder)))
for (const words of wrong) console.error(words)
process.exitCode = wrong.length > 0 ? 1 : 0
