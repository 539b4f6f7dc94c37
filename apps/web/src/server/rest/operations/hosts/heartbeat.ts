import { heartbeatFigures, recordHeartbeat } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'

export const heartbeatOperation = defineOperation({
  method: 'POST',
  path: '/hosts/{name}/heartbeat',
  id: 'reportHost',
  tag: 'hosts',
  summary:
    'Say that a host lives and how full it is, as fractions from 0 to 1; a new one is registered',
  access: 'host.write',
  status: 202,
  body: z.strictObject(heartbeatFigures),
  answer: z.object({ id, name: z.string() }),
  handle: ({ context, params, body }) => recordHeartbeat(context, { host: params.name, ...body }),
})
