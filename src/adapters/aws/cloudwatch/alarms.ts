import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import type { AlarmState } from '../../../domain/rollout/alarms.ts'
import type { Alarms } from '../../../ports/state/alarms.ts'
import { aws } from '../errors.ts'

/** AWS returns composite alarms only on request: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const TYPES = ['MetricAlarm', 'CompositeAlarm'] as const

export function cloudwatchAlarms(client: CloudWatchClient): Alarms {
  return {
    async states(names) {
      const request = new DescribeAlarmsCommand({ AlarmNames: [...names], AlarmTypes: [...TYPES], MaxRecords: 100 })
      const { MetricAlarms = [], CompositeAlarms = [] } = await aws('cloudwatch:DescribeAlarms', client.send(request))
      return new Map([...MetricAlarms, ...CompositeAlarms].map((alarm): [string, AlarmState] => [alarm.AlarmName ?? '', stateOf(alarm)]))
    },
  }
}

interface Seen {
  readonly StateValue?: string | undefined
  readonly StateReason?: string | undefined
}

function stateOf({ StateValue: state = '', StateReason = '' }: Seen): AlarmState {
  return { state, reason: StateReason.replaceAll(/\s+/g, ' ').trim() }
}
