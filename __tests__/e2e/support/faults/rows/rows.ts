import type { Row } from '../row.ts'
import { AWS } from './aws.ts'
import { DOCKER } from './docker.ts'
import { HOST } from './host.ts'
import { KILLS } from './kills.ts'
import { MACHINE } from './machine.ts'
import { STEPS } from './steps.ts'

export const ROWS: readonly Row[] = [...KILLS, ...AWS, ...HOST, ...MACHINE, ...DOCKER, ...STEPS]
