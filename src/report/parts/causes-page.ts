/** Address of the causes page of the running action; `undefined` if the runner does not name the action, as for a local one. */
export function causesPage(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '', GITHUB_SERVER_URL: server = 'https://github.com' } = env
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || ref === '') return undefined
  return `${server}/${repository}/blob/${ref.split('/').map(encodeURIComponent).join('/')}/docs/causes.md`
}
