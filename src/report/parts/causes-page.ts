/** Where the action that runs explains its causes; `undefined` where the runner does not tell which action it is, as of one in the repository itself. */
export function causesPage(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '', GITHUB_SERVER_URL: server = 'https://github.com' } = env
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || ref === '') return undefined
  return `${server}/${repository}/blob/${encodeURIComponent(ref)}/docs/causes.md`
}
