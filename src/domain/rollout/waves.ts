/**
 * In how many waves SSM takes a command to its hosts: it begins with one, then goes to twice as many each time, and never to more at a time than
 * `concurrency` allows, a number or a share such as `25%`; none is no limit. A share is rounded down here, so that what is derived from it lasts long
 * enough. https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-multiple.html
 */
export function waves(hosts: number, concurrency = '100%'): number {
  const most = Math.max(1, concurrency.endsWith('%') ? Math.floor((hosts * Number.parseInt(concurrency, 10)) / 100) : Number(concurrency))
  let count = 0
  for (let size = 1, left = hosts; left > 0; size = Math.min(size * 2, most), count += 1) left -= size
  return count
}
