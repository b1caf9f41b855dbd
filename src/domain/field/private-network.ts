import { Invalid, textField } from './field.ts'
import type { About, Field } from './field.ts'

/** RFC 1918, section 3. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((cidr) => blockOf(cidr)!)
/** Prefix of the smallest network with room for the containers of several releases and services. */
const SMALLEST = 24

interface Block {
  readonly first: number
  readonly last: number
  readonly prefix: number
}

/** A block of private IPv4 addresses, named by its first address. */
export function privateNetwork(about: About): Field<string> {
  const expected = `a private IPv4 network of /${SMALLEST} or larger, starting with its first address, such as 10.213.0.0/16`
  return textField({ ...about, expected }, (value) => {
    if (!isPrivateNetwork(value)) throw new Invalid(expected)
    return value
  })
}

function isPrivateNetwork(cidr: string): boolean {
  const block = blockOf(cidr)
  return block !== undefined && block.prefix <= SMALLEST && PRIVATE.some(({ first, last }) => first <= block.first && block.last <= last)
}

/** `undefined` if it is not IPv4, or does not start at a multiple of its size. */
function blockOf(cidr: string): Block | undefined {
  const [, address = '', length = ''] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})$/.exec(cidr) ?? []
  const parts = address.split('.').map(Number)
  const prefix = Number(length)
  if (length === '' || prefix > 32 || parts.some((part) => part > 255)) return undefined
  const first = parts.reduce((sum, part) => sum * 256 + part, 0)
  const size = 2 ** (32 - prefix)
  return first % size === 0 ? { first, last: first + size - 1, prefix } : undefined
}
