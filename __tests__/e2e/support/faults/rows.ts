import type { Row } from './row.ts'
import { AWS } from './rows-aws.ts'
import { DOCKER } from './rows-docker.ts'
import { HOST } from './rows-host.ts'
import { KILLS } from './rows-kills.ts'
import { MACHINE } from './rows-machine.ts'

export const ROWS: readonly Row[] = [...KILLS, ...AWS, ...HOST, ...MACHINE, ...DOCKER]
