import { messageLocales } from '@highwater/core'
import { mentionStrategies, personRoles } from '@highwater/core/person'
import { limitPeriods } from '@highwater/core/subscription'
import { z } from 'zod'
import { id, time } from '../../wire.ts'

const named = z.object({
  events: z.array(z.string()),
  departments: z.array(id),
  tags: z.array(z.string()),
  projects: z.array(id),
})

const period = z.object({
  from: z.string(),
  until: z.string(),
  weekdays: z.array(z.string()),
  timeZone: z.string(),
})

const people = z.array(z.enum(personRoles)).describe('Told by their own contacts.')

const levelTargets = z
  .object({
    allChannels: z.boolean().describe('Every enabled channel of its home, and those to come.'),
    channels: z.array(id),
    groups: z.array(id),
    people: people.optional(),
    period: period.nullable().describe('Null for the whole day.'),
  })
  .nullable()

export const subscriptionAnswer = z
  .object({
    id,
    name: z.string(),
    department: id.nullable().describe('Null: of the whole installation.'),
    departmentName: z.string().nullable(),
    isDefault: z.boolean(),
    enabled: z.boolean(),
    scope: named.extend({ except: named }),
    levels: z.object({ high: levelTargets, medium: levelTargets, low: levelTargets }),
    emptyGroups: z
      .array(z.object({ id, name: z.string() }))
      .describe('Of the alert groups that it names those without a channel: they tell nobody.'),
    locale: z
      .enum(messageLocales)
      .nullable()
      .describe("Null: the installation's language of messages."),
    limit: z.object({ messages: z.int(), per: z.enum(limitPeriods) }).nullable(),
    limitedUntil: time
      .nullable()
      .describe('It has reached its limit: until then what comes is gathered for a digest.'),
    recoveryNotices: z.boolean(),
    mention: z.enum(mentionStrategies).describe('Whom its messages call by name.'),
    escalation: z
      .array(
        z.object({
          afterMinutes: z.int(),
          channels: z.array(id),
          groups: z.array(id),
          people: people.optional(),
        }),
      )
      .describe('Who else hears of an alert that nobody acknowledges, soonest first.'),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'Subscription' })
