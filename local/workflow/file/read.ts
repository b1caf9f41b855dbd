/** Reads a workflow file, limited to what this runner supports: anything else in a file is an error. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'yaml'
import { readJobs } from './jobs.ts'
import { only, optional, plain, texts } from './nodes.ts'
import { readConcurrency, readPermissions, readShell } from './shared.ts'
import { readTriggers } from './triggers.ts'
import type { Workflow } from './types.ts'

export async function readWorkflow(file: string): Promise<Workflow> {
  return parseWorkflow(await readFile(file, 'utf8'), basename(file))
}

export function parseWorkflow(text: string, file = 'workflow.yml'): Workflow {
  const node = only(file, parse(text), ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'])
  return {
    file,
    name: plain(node['name'] ?? file),
    runName: optional(node['run-name']),
    on: readTriggers(node['on']),
    permissions: readPermissions(node['permissions']),
    env: texts(node['env']),
    shell: readShell('defaults', node['defaults']),
    concurrency: readConcurrency('concurrency', node['concurrency']),
    jobs: readJobs(node['jobs']),
  }
}
