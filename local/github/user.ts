/** Who wrote something, as GitHub's answers have it. */
export function userOf(login: string, type: string): object {
  const url = `https://github.example/${login}`
  const urls = ['followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations', 'repos', 'events', 'received_events']
  return {
    login,
    id: 1,
    node_id: '1',
    avatar_url: url,
    gravatar_id: '',
    url,
    html_url: url,
    ...Object.fromEntries(urls.map((name) => [`${name}_url`, url])),
    type,
    site_admin: false,
  }
}
