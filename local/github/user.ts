/** A number that is always the same for a login. */
export function idOf(login: string): number {
  return [...login].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7)
}

/** Who wrote something, as GitHub's answers have it. */
export function userOf(login: string, type: string, id = idOf(login)): object {
  const url = `https://github.example/${login}`
  const urls = ['followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations', 'repos', 'events', 'received_events']
  return {
    login,
    id,
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
