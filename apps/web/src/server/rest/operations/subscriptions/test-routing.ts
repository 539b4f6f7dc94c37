import { messageLocales } from '@highwater/core'
import { alertEvents, holdReasons } from '@highwater/core/alert'
import { suppressionReasons } from '@highwater/core/notify'
import { protectionLevels } from '@highwater/core/policy'
import { channelWaits, testRouting } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id, named, time } from '../../wire.ts'

const channel = named.extend({
  kind: z.string(),
  person: named.nullable().describe('Whose own it is; null for a channel that is shared.'),
  waits: z
    .enum(channelWaits)
    .nullable()
    .describe('Why what it is sent waits for now; null where it goes at once.'),
})
const notTold = z.array(
  z.object({
    channel: channel.nullable(),
    reason: z.enum(suppressionReasons),
    detail: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .nullable()
      .describe('Names and ids of what holds it back; instants in epoch milliseconds.'),
  }),
)
const reference = z.string().trim().min(1).max(200)

export const testRoutingOperation = defineOperation({
  method: 'POST',
  path: '/routing-test',
  id: 'testRouting',
  tag: 'subscriptions',
  summary: 'Ask who would hear of an alert, and who would not and why; nothing is sent',
  access: 'subscription.read',
  status: 200,
  body: z.strictObject({
    project: reference.optional().describe('An id or an external key.'),
    event: z.enum(alertEvents).optional().describe("By default the project's latency."),
    level: z.enum(protectionLevels).optional(),
    department: reference.optional().describe('Where no project is named: an id or a name.'),
    tags: z.array(z.string().min(1).max(20)).max(5).optional(),
    at: z.iso.datetime({ offset: true }).optional().describe('Now, if it is left out.'),
  }),
  answer: z
    .object({
      at: time,
      subject: z.object({
        event: z.enum(alertEvents),
        level: z.enum(protectionLevels),
        project: id.nullable(),
        department: id,
        tags: z.array(z.string()),
      }),
      neverOpens: z
        .enum(holdReasons)
        .nullable()
        .describe('Why no such alert opens as the project stands; null where one may.'),
      told: z.array(
        z.object({ channel, locale: z.enum(messageLocales), subscriptions: z.array(named) }),
      ),
      escalation: z
        .array(z.object({ afterMinutes: z.int(), channels: z.array(channel), notTold }))
        .describe('Who else would be told while nobody acknowledges it, soonest first.'),
      notTold,
    })
    .meta({ id: 'RoutingTest' }),
  handle: ({ services, viewer, body }) => testRouting(services.db, viewer, body),
})
