/**
 * In how many waves SSM takes a command to its hosts. `concurrency` as its MaxConcurrency: a number, or a share such as `25%`; none is all at once.
 * A share is rounded down here, so that what is derived from it lasts long enough.
 */
export function waves(hosts: number, concurrency: string | undefined): number {
  return Math.ceil(hosts / Math.max(1, atATime(hosts, concurrency)))
}

function atATime(hosts: number, concurrency = '100%'): number {
  return concurrency.endsWith('%') ? Math.floor((hosts * Number.parseInt(concurrency, 10)) / 100) : Number(concurrency)
}
