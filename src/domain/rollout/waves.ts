/**
 * In how many waves SSM sends a command to its hosts: it starts with one host, doubles the number each time, and never exceeds `concurrency`, a
 * number or a percentage such as `25%`; `undefined` is no limit. Rounds a percentage down, so that a time limit derived from it is long enough.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-multiple.html
 */
export function waves(hosts: number, concurrency = '100%'): number {
  const most = Math.max(1, concurrency.endsWith('%') ? Math.floor((hosts * Number.parseInt(concurrency, 10)) / 100) : Number(concurrency))
  let count = 0
  for (let size = 1, left = hosts; left > 0; size = Math.min(size * 2, most), count += 1) left -= size
  return count
}
