import { type ChannelKindName, isChannelKind } from '@highwater/channels/catalog'
import { AppError } from '@highwater/core'
import { switchChannelKindOff, switchChannelKindOn } from '@highwater/db/commands'
import { listChannelKindSwitches } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation, type Operation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { id, pageOf, time } from '../../wire.ts'
import { departmentField } from '../subscriptions/subscription-body.ts'

const switchAnswer = z
  .object({
    kind: z.string(),
    department: id.nullable().describe('Null: for everybody.'),
    departmentName: z.string().nullable(),
    note: z.string(),
    switchedOffAt: time,
    switchedOffByName: z.string(),
  })
  .meta({ id: 'ChannelKindSwitch' })

const answer = z.object({ channels: z.int().describe('How many channels that concerns.') })

/** @throws AppError `not_found` for a path that names no kind */
function kindIn(text: string): ChannelKindName {
  if (isChannelKind(text)) return text
  throw new AppError('not_found', `There is no kind of channel "${text}".`)
}

const list = defineOperation({
  method: 'GET',
  path: '/channel-kinds/switched-off',
  id: 'listSwitchedOffChannelKinds',
  tag: 'channels',
  summary: 'List the kinds of channels that are switched off',
  access: 'channelKind.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(switchAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole(
      'listSwitchedOffChannelKinds',
      await listChannelKindSwitches(services.db, viewer),
      ({ kind, department }) => `${kind} ${department}`,
      query,
    ),
})

const off = defineOperation({
  method: 'POST',
  path: '/channel-kinds/{kind}/switch-off',
  id: 'switchChannelKindOff',
  tag: 'channels',
  summary: 'Switch a kind of channel off, for everybody or for a department',
  access: 'channelKind.write',
  status: 200,
  body: z.strictObject({
    department: departmentField,
    note: z.string().trim().max(200, 'Use at most 200 characters.').optional(),
  }),
  answer,
  handle: ({ context, params, body }) =>
    switchChannelKindOff(context, { ...body, kind: kindIn(params.kind) }),
})

const on = defineOperation({
  method: 'POST',
  path: '/channel-kinds/{kind}/switch-on',
  id: 'switchChannelKindOn',
  tag: 'channels',
  summary: 'Switch a kind of channel on again',
  access: 'channelKind.write',
  status: 200,
  body: z.strictObject({ department: departmentField }),
  answer,
  handle: ({ context, params, body }) =>
    switchChannelKindOn(context, { ...body, kind: kindIn(params.kind) }),
})

export const kindSwitchOperations: readonly Operation[] = [list, off, on]
