/** A piece of an expression: one character, any number of them, or a choice to leave out the next two pieces. */
type Piece = { readonly kind: 'one' | 'many'; readonly fits: (character: string) => boolean } | { readonly kind: 'fork' }

/** `(.*\/)?`, or what stands for one character, with or without a star. */
const PIECE = /\(\.\*\/\)\?|(\[\^?(?:\\.|[^\]\\])*\]|\\.|.)(\*?)/gs

/** How many repetitions a backtracking engine is given: more of them cost it a higher power of the text's length. */
const FEW = 2

/**
 * Whether the whole text matches an expression of single characters, sets, `x*` and `(.*\/)?`, in a time that grows no faster than the lengths of both,
 * multiplied. `undefined` for an expression that is invalid.
 */
export function wildcards(source: string): ((text: string) => boolean) | undefined {
  const expression = compiled(source)
  if (expression === undefined) return undefined
  const pieces = [...source.matchAll(PIECE)].flatMap(([part, one = '', star]) => piecesOf(part, one, star === '*'))
  if (pieces.filter(({ kind }) => kind === 'many').length <= FEW) return (text) => expression.test(text)
  return (text) => walk(pieces, text)
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`, 's')
  } catch {
    return undefined
  }
}

function piecesOf(part: string, one: string, isMany: boolean): Piece[] {
  if (one === '') return [{ kind: 'fork' }, { kind: 'many', fits: () => true }, { kind: 'one', fits: (character) => character === '/' }]
  if (one.length === 1 && one !== '.') return [{ kind: isMany ? 'many' : 'one', fits: (character) => character === one }]
  const single = new RegExp(`^${one}$`, 's')
  return [{ kind: isMany ? 'many' : 'one', fits: (character) => single.test(character) }]
}

/** Follows all ways through the pieces at once: https://swtch.com/~rsc/regexp/regexp1.html */
function walk(pieces: readonly Piece[], text: string): boolean {
  let at = reached(pieces, [0])
  for (let index = 0; index < text.length && at.size > 0; index += 1) {
    const character = text.charAt(index)
    const next = [...at].flatMap((place) => {
      const piece = pieces[place]
      if (piece === undefined || piece.kind === 'fork' || !piece.fits(character)) return []
      return [piece.kind === 'many' ? place : place + 1]
    })
    at = reached(pieces, next)
  }
  return at.has(pieces.length)
}

/** These places, and those behind pieces that can stay empty. */
function reached(pieces: readonly Piece[], places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>()
  const open = [...places]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue
    found.add(place)
    const kind = pieces[place]?.kind
    if (kind === 'many') open.push(place + 1)
    if (kind === 'fork') open.push(place + 1, place + 3)
  }
  return found
}
