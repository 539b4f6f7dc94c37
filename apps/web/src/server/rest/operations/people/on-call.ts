import type { DepartmentId } from '@highwater/core'
import { onCallRotaField, onCallTurns } from '@highwater/core/person'
import { setOnCall } from '@highwater/db/commands'
import { listOnCall } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { id, named, pageOf } from '../../wire.ts'

const onCallAnswer = z
  .object({
    id,
    name: z.string(),
    rota: z
      .object({
        people: z.array(id),
        turns: z.enum(onCallTurns),
        startsOn: z.string(),
        handoverHour: z.int(),
        timeZone: z.string(),
      })
      .nullable()
      .describe('Null where nobody is on call.'),
    people: z.array(named.extend({ isClosed: z.boolean() })),
    onCallNow: z.array(id),
  })
  .meta({ id: 'OnCall' })

export const listOnCallOperation = defineOperation({
  method: 'GET',
  path: '/on-call',
  id: 'listOnCall',
  tag: 'departments',
  summary: 'List who is on call in which department',
  access: 'onCall.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(onCallAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole('listOnCall', await listOnCall(services.db, viewer), ({ id }) => id, query),
})

export const setOnCallOperation = defineOperation({
  method: 'PUT',
  path: '/departments/{id}/on-call',
  id: 'setOnCall',
  tag: 'departments',
  summary: 'Say who is on call in a department, and when they hand over',
  access: 'onCall.write',
  status: 200,
  body: z.strictObject({ rota: onCallRotaField.nullable().describe('Null for nobody.') }),
  answer: z.object({ id }),
  handle: ({ context, params, body }) =>
    setOnCall(context, { department: params.id as DepartmentId, rota: body.rota }),
})
