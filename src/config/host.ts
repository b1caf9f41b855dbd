import { HOST_INPUTS } from '../domain/host/host.ts'
import type { HostSpec } from '../domain/host/host.ts'
import { placeOf, portsOf } from '../domain/release/route.ts'
import type { Service } from '../domain/service.ts'
import type { Inputs } from './inputs/inputs.ts'
import type { ReadInputs } from './step/step.ts'

/** The hosts that the service needs. `given`: the inputs that somebody set, of which some are compared with an existing host. */
export function hostSpec(inputs: Inputs, service: Service, given: ReadInputs['given']): HostSpec {
  return {
    service,
    instanceId: inputs['instance-id'],
    instances: inputs.instances,
    instanceType: inputs['instance-type'],
    ami: inputs.ami,
    subnetIds: inputs['subnet-ids'],
    securityGroupIds: inputs['security-group-ids'],
    instanceProfile: inputs['instance-profile'],
    volumeGiB: inputs['volume-size'],
    elasticIp: inputs['elastic-ip'],
    capacity: inputs.capacity,
    ports: portsOf(placeOf(inputs)),
    allowReplacement: inputs['allow-replacement'],
    renew: inputs.renew,
    asked: HOST_INPUTS.filter((input) => given.has(input)),
  }
}
