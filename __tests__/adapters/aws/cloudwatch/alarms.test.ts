import { beforeEach, expect, it } from '@jest/globals'
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { mockClient } from 'aws-sdk-client-mock'
import { cloudwatchAlarms } from '../../../../src/adapters/aws/cloudwatch/alarms.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const stub = mockClient(CloudWatchClient)
const alarms = cloudwatchAlarms(new CloudWatchClient({ region: 'us-east-1' }))

beforeEach(() => void stub.reset())

it('requests all alarms at once, composite ones too, and describes each in one line', async () => {
  stub.on(DescribeAlarmsCommand).resolves({
    MetricAlarms: [{ AlarmName: 'web 5xx', StateValue: 'ALARM', StateReason: 'Threshold Crossed:\n 1 datapoint' }],
    CompositeAlarms: [{ AlarmName: 'all', StateValue: 'OK' }],
  })
  expect([...(await alarms.states(['web 5xx', 'all', 'gone']))]).toEqual([
    ['web 5xx', { state: 'ALARM', reason: 'Threshold Crossed: 1 datapoint' }],
    ['all', { state: 'OK', reason: '' }],
  ])
  expect(stub.commandCalls(DescribeAlarmsCommand).map((call) => call.args[0].input)).toEqual([
    { AlarmNames: ['web 5xx', 'all', 'gone'], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: 100 },
  ])
})

it('names the missing permission', async () => {
  stub.on(DescribeAlarmsCommand).rejects(awsError('AccessDenied'))
  await expect(alarms.states(['a'])).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining('cloudwatch:DescribeAlarms'),
  })
})
