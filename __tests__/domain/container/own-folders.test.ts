import { expect, it } from '@jest/globals'
import { refuseOwnFolders } from '../../../src/domain/container/own-folders.ts'

it.each([
  '/run/docker-to-ec2:/x',
  '/run/docker-to-ec2/:/x',
  '/var/lib/docker-to-ec2/proxy/data/admin.sock:/x:ro',
  '/var/run/docker-to-ec2/proxy:/x',
  '/var/lib/docker-to-ec2/services:/x',
  '//run/./docker-to-ec2:/x',
  '/srv/../run/docker-to-ec2:/x',
])('%s is refused by its name', (volume) => {
  expect(refuseOwnFolders(['data:/data', volume])?.reason).toBe(
    `volumes: ${volume.split(':')[0]} is a folder that this action uses on the host`,
  )
})

it.each(['/run:/x:ro', '/var/run:/x', '/var/lib/:/x', '/var:/x', '/srv/../run:/x'])('%s is refused, as it is in there', (volume) => {
  expect(refuseOwnFolders([volume])?.reason).toBe(`volumes: ${volume.split(':')[0]} contains a folder that this action uses on the host`)
})

it.each([
  'data:/run/docker-to-ec2',
  '/srv/docker-to-ec2:/x',
  '/run/docker-to-ec2-other:/x',
  '/:/host:ro',
  '/var/run/docker.sock:/x',
  '/var/log:/x',
])('%s is left to who asks for it', (volume) => {
  expect(refuseOwnFolders([volume])).toBeUndefined()
})
