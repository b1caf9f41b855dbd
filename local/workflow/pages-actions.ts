/** Stand-ins for the actions that publish to GitHub Pages: https://docs.github.com/pages/getting-started-with-github-pages/using-custom-workflows-with-github-pages */
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expectOnly } from './build-actions.ts'
import type { Texts } from './file/types.ts'
import type { Action, Actions, Ran } from './step.ts'

/** The site of a repository. */
export interface Pages {
  /** What a job has handed over, by path. */
  artifact: Texts | undefined
  /** What visitors see. */
  site: Texts | undefined
}

export function pagesActions(pages: Pages): Actions {
  return { 'actions/upload-pages-artifact': upload(pages), 'actions/deploy-pages': deploy(pages) }
}

const fail = (log: string): Ran => ({ code: 1, log })

function upload(pages: Pages): Action {
  return async (inputs, { workspace }) => {
    expectOnly('actions/upload-pages-artifact', inputs, ['path'])
    const folder = join(workspace, inputs['path'] ?? '_site')
    const paths = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile())
    if (paths.length === 0) return fail(`no files were found in ${folder}`)
    pages.artifact = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
    return { code: 0, log: `${paths.length} files` }
  }
}

function deploy(pages: Pages): Action {
  return async (inputs, { permissions }) => {
    expectOnly('actions/deploy-pages', inputs, [])
    const missing = ['pages', 'id-token'].find((scope) => permissions[scope] !== 'write')
    if (missing !== undefined) return fail(`the job lacks ${missing}: write`)
    if (pages.artifact === undefined) return fail('no artifact named github-pages was found')
    pages.site = pages.artifact
    return { code: 0, log: 'published', outputs: { page_url: 'https://octo-org.github.example/web/' } }
  }
}
