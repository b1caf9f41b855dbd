/** The job summaries of the demo's runs as pages, and one page with links to all of them. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DRAWN_ONLINE, escaped, summaryPage } from '../browser/summary-page.ts'

const PAGES = join(import.meta.dirname, '..', '..', 'build', 'demo')
const titles: string[] = []

/** How many runs there were so far. */
export function runs(): number {
  return titles.length
}

/** Removes the pages of an earlier demo. */
export async function removePages(): Promise<void> {
  await rm(PAGES, { recursive: true, force: true })
}

export async function writePage(title: string, summary: string): Promise<void> {
  titles.push(title)
  await mkdir(PAGES, { recursive: true })
  await writeFile(join(PAGES, pageName(titles.length)), summaryPage(summary, DRAWN_ONLINE))
  const links = titles.map((name, at) => `<li><a href="${pageName(at + 1)}">${escaped(name)}</a>`)
  await writeFile(
    indexPage(),
    `<!doctype html><meta charset="utf-8"><title>Demo</title><h1>The runs of the demo</h1><ol>${links.join('')}</ol>`,
  )
}

/** Path of the page with the links. */
export function indexPage(): string {
  return join(PAGES, 'index.html')
}

function pageName(at: number): string {
  return `${String(at).padStart(2, '0')}.html`
}
