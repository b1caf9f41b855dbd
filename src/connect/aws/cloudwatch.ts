import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { cloudwatchAlarms } from '../../adapters/aws/cloudwatch/alarms.ts'
import type { Alarms } from '../../ports/state/alarms.ts'
import { permitted } from './permitted.ts'
import type { ClientOptions } from './options.ts'

export function connectCloudWatch(options: ClientOptions): Alarms {
  return cloudwatchAlarms(permitted(new CloudWatchClient(options), options.permit))
}
