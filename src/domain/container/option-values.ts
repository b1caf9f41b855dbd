/** Parsers for container options: each returns the stored form, or `undefined` for an invalid value. */
import * as v from 'valibot'
import { readJson } from '../untrusted.ts'
import { CONTROLS } from '../text.ts'
import { isIpv4, isIpv6 } from './ip-address.ts'
import { CAPABILITIES, FOLDER_OPTION, NEEDED_ULIMITS, SIGNALS, TMPFS_OPTION, ULIMITS, VOLUME_OPTION } from './linux-names.ts'

/** `net_admin` and `CAP_NET_ADMIN` become `NET_ADMIN`. */
export function capability(text: string): string | undefined {
  const name = text.toUpperCase().replace(/^CAP_/, '')
  return name === 'ALL' || CAPABILITIES.has(name) ? name : undefined
}

/** `int` and `SIGINT` become `SIGINT`; a number stays a number. */
export function signal(text: string): string | undefined {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 64 ? String(Number(text)) : undefined
  const name = text.toUpperCase().replace(/^SIG/, '')
  return SIGNALS.has(name) ? `SIG${name}` : undefined
}

/** `nofile=1024` becomes `nofile=1024:1024`; -1 is no limit. Refuses 0 for limits that a program needs to start. */
export function ulimit(text: string): string | undefined {
  const [, name = '', soft = '', hard = soft] = /^([a-z]+)\s*=\s*(-1|\d{1,15})(?::(-1|\d{1,15}))?$/.exec(text) ?? []
  const [low, high] = [soft, hard].map((limit) => (limit === '-1' ? Infinity : Number(limit)))
  if (!ULIMITS.has(name) || low === undefined || high === undefined || low > high) return undefined
  if (low === 0 && NEEDED_ULIMITS.has(name)) return undefined
  return `${name}=${soft}:${hard}`
}

/** `/path`, or `/path:size=64m,mode=1777`. */
export function tmpfs(text: string): string | undefined {
  const [path = '', options, ...rest] = text.split(':')
  if (rest.length > 0 || !isPath(path) || isTaken(path)) return undefined
  if (options === undefined) return path
  return options.split(',').every((option) => TMPFS_OPTION.test(option)) ? text : undefined
}

/** `db=10.0.0.5` and `db:10.0.0.5` become `db:10.0.0.5`; an IPv6 address can have brackets. */
export function extraHost(text: string): string | undefined {
  const [, name = '', address = ''] = /^([A-Za-z0-9][\w.-]*)\s*[=:]\s*\[?([^[\]\s]+)\]?$/.exec(text) ?? []
  const known = address === 'host-gateway' || isIpv4(address) || isIpv6(address)
  return name !== '' && known ? `${name}:${address}` : undefined
}

/** `/dev/snd` becomes `/dev/snd:/dev/snd:rwm`, which is Docker's default. */
export function device(text: string): string | undefined {
  const [host = '', second, third, ...rest] = text.split(':')
  const permissions = third ?? (second !== undefined && isPermissions(second) ? second : 'rwm')
  const inside = second === undefined || (third === undefined && isPermissions(second)) ? host : second
  const wrong =
    rest.length > 0 || !/^\/dev\/./.test(host) || !isPath(host) || !isPath(inside) || isTaken(inside) || !isPermissions(permissions)
  return wrong ? undefined : `${host}:${inside}:${permissions}`
}

/** The largest id that Docker accepts. */
const LARGEST_ID = 2 ** 31 - 1

/** A user or its id, and a group: `app`, `1000:1000`. */
export function user(text: string): string | undefined {
  const ids = text.split(':').filter((part) => /^\d+$/.test(part))
  return /^[\w.][\w.-]*(:[\w.][\w.-]*)?$/.test(text) && ids.every((id) => Number(id) <= LARGEST_ID) ? text : undefined
}

function isPermissions(text: string): boolean {
  return /^(?=.)r?w?m?$/.test(text)
}

/** `all`, a number of GPUs, or `device=` with indexes or UUIDs. */
export function gpus(text: string): string | undefined {
  return /^(all|[1-9]\d?|device=[\w-]+(,[\w-]+)*)$/.test(text) ? text : undefined
}

const WORDS = v.pipe(
  v.array(v.pipe(v.string(), v.excludes('\0'))),
  v.check(([program]) => program !== ''),
)

/** A program and its arguments, one a line or as a JSON list; `[]` ignores the image's own. Shell syntax is not parsed. */
export function entrypoint(text: string): readonly string[] | undefined {
  if (text.startsWith('[')) return readJson(WORDS, text)
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return /\s/.test(lines[0] ?? '') ? undefined : lines
}

/** `data:/data`, or `/srv/data:/data:ro`. */
export function volume(text: string): string | undefined {
  const [source = '', path = '', options, ...rest] = text.split(':')
  const isFolder = isStraight(source)
  const isSource = isFolder || /^[A-Za-z0-9][\w.-]*$/.test(source)
  if (rest.length > 0 || !isSource || !isStraight(path) || isTaken(path)) return undefined
  const known = isFolder ? FOLDER_OPTION : VOLUME_OPTION
  return options === undefined || options.split(',').every((option) => known.test(option)) ? text : undefined
}

/** An absolute path without a separator of lists. */
function isPath(text: string): boolean {
  return isStraight(text) && !/[\s,:]/.test(text)
}

const ABSOLUTE = new RegExp(`^/[^${CONTROLS}]{0,1000}$`, 'u')

/** An absolute path with only one meaning, for every reader. */
function isStraight(text: string): boolean {
  return ABSOLUTE.test(text) && !/\/\/|\/\.{1,2}(\/|$)/.test(text)
}

/** Whether nothing can be mounted there: the root, the kernel's file systems, and what Docker itself mounts. */
function isTaken(path: string): boolean {
  return /^\/+$|^\/(proc(\/.*)?|dev|etc\/(hosts|hostname|resolv\.conf))\/*$/.test(path)
}
