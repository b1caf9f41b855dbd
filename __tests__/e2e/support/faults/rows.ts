import type { Row } from './row.ts'
import { AWS } from './rows-aws.ts'
import { HOST } from './rows-host.ts'
import { KILLS } from './rows-kills.ts'
import { WORLD } from './rows-world.ts'

export const ROWS: readonly Row[] = [...KILLS, ...AWS, ...HOST, ...WORLD]
