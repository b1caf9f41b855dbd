import type { Inputs } from '../inputs/inputs.ts'
import type { Problem } from '../step/problem.ts'

/** Paths and ports that no request would reach. */
export function routeProblems(inputs: Partial<Inputs>): Problem[] {
  return [...nothingToStrip(inputs), ...assets(inputs), ...externalProxy(inputs)]
}

function nothingToStrip({ 'strip-path-prefix': strips, 'path-prefix': prefix }: Partial<Inputs>): Problem[] {
  if (strips !== true || prefix !== '/') return []
  return [{ input: 'strip-path-prefix', message: 'has nothing to strip; set path-prefix, too' }]
}

/** Neither has an effect without the other, or if no request below `asset-path` reaches the service. */
function assets({ 'asset-path': path, 'asset-files': files, ...inputs }: Partial<Inputs>): Problem[] {
  if (path === undefined && files !== undefined)
    return [{ input: 'asset-path', message: 'missing; set it to the URL path of asset-files, such as /assets' }]
  const { 'path-prefix': prefix = '/', 'strip-path-prefix': strips } = inputs
  if (path !== undefined && !strips && !liesBelow(path, prefix) && !liesBelow(prefix, path))
    return [
      {
        input: 'asset-path',
        message: `got ${path}, but only requests for path-prefix ${prefix} reach the service; expected a path such as ${prefix}${path}, or strip-path-prefix: true`,
      },
    ]
  return path !== undefined && files === undefined
    ? [
        {
          input: 'asset-files',
          message: 'missing; set it to the folder in the container with the files of asset-path, such as /app/dist/assets',
        },
      ]
    : []
}

function liesBelow(path: string, prefix: string): boolean {
  return prefix === '/' || path === prefix || path.startsWith(`${prefix}/`)
}

/** Features that the host's other proxy provides already. */
function externalProxy({ 'external-proxy': external, 'http-port': port, tls }: Partial<Inputs>): Problem[] {
  if (external !== true) return []
  const problems: Problem[] = []
  if (port === 80 || port === 443) {
    const message = `got ${port}, but external-proxy leaves this port to the other proxy; expected the port that the other proxy forwards to, such as 8081`
    problems.push({ input: 'http-port', message })
  }
  if (tls !== undefined && tls !== 'off') {
    problems.push({
      input: 'tls',
      message: `must be off with external-proxy, not ${tls}: the other proxy has the certificates`,
    })
  }
  return problems
}
