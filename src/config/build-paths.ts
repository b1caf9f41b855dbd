import type { ImageConfig } from './config.ts'

/** Where a build finds its files, as absolute paths. */
export interface BuildPaths {
  readonly context: string
  readonly dockerfile: string
}

export function buildPaths(workspace: string, image: Pick<ImageConfig, 'context' | 'dockerfile'>): BuildPaths {
  const context = under(workspace, image.context)
  return { context, dockerfile: image.dockerfile === undefined ? under(context, 'Dockerfile') : under(workspace, image.dockerfile) }
}

/** Not `path.resolve`: the bundler takes its arguments for files that belong into the bundle. */
function under(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path}`
}
