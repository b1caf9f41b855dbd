/** Concurrency groups: one active run and one waiting run, which a newer one replaces. */

interface Member {
  readonly cancel: () => void
  /** Admits the waiting one (`true`), or rejects it. */
  readonly enter: (may: boolean) => void
}

export interface Groups {
  /** Returns a function that leaves the group, or nothing if a newer one took the place. `cancel` ends the active one, if a newer one asks for it. */
  enter(group: string, cancelInProgress: boolean, cancel: () => void): Promise<(() => void) | undefined>
}

export function createGroups(): Groups {
  const atWork = new Map<string, Member>()
  const waiting = new Map<string, Member>()
  const leave = (key: string) => {
    const next = waiting.get(key)
    waiting.delete(key)
    atWork.delete(key)
    if (!next) return
    atWork.set(key, next)
    next.enter(true)
  }
  return {
    async enter(group, cancelInProgress, cancel) {
      const key = group.toLowerCase()
      if (!atWork.has(key)) {
        atWork.set(key, { cancel, enter: () => undefined })
        return () => leave(key)
      }
      waiting.get(key)?.enter(false)
      if (cancelInProgress) atWork.get(key)?.cancel()
      const entered = await new Promise<boolean>((enter) => waiting.set(key, { cancel, enter }))
      return entered ? () => leave(key) : undefined
    },
  }
}
