import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const DOCKERFILE = `ARG BASE
FROM \${BASE}
ARG VERSION
ENV VERSION=\${VERSION}
WORKDIR /app
COPY site.mjs ./
COPY dist ./dist
CMD ["node", "site.mjs"]
`

/** Serves the files in dist, and answers 404 otherwise, like a server of static files. */
const SERVER = `import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
const KINDS = { html: 'text/html', js: 'text/javascript' }
createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://site')
  const file = pathname === '/' ? '/index.html' : pathname
  const content = await readFile('/app/dist' + file).catch(() => undefined)
  response.writeHead(content ? 200 : 404, { 'content-type': KINDS[file.split('.').at(-1)] ?? 'text/plain' })
  response.end(content ?? 'not here')
}).listen(8080)
process.on('SIGTERM', () => process.exit(0))
`

/** A build of a web page: its name, and the path of the file that `later()` loads. */
export interface Build {
  readonly name: string
  readonly chunk: string
}

/** Creates the next build of the page in a workspace, with file names that change with their content. */
export async function buildSite(workspace: string, name: string): Promise<Build> {
  const dist = join(workspace, 'dist')
  await rm(dist, { recursive: true, force: true })
  await mkdir(join(dist, 'assets'), { recursive: true })
  const asset = async (of: string, text: string): Promise<string> => {
    const file = `/assets/${of}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`
    await writeFile(join(dist, file), text)
    return file
  }
  const chunk = await asset('later', `export default 'later of ${name}'`)
  const main = await asset('main', `window.build = '${name}'; window.later = async () => (await import('${chunk}')).default`)
  await writeFile(join(dist, 'index.html'), `<script type="module" src="${main}"></script>`)
  await writeFile(join(workspace, 'site.mjs'), SERVER)
  await writeFile(join(workspace, 'Dockerfile'), DOCKERFILE)
  return { name, chunk }
}
