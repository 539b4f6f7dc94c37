import { z } from 'zod'
import { alertEvents } from '../alert/event.ts'
import type { AlertGroupId, ChannelId, DepartmentId, ProjectId } from '../ids.ts'
import { isId } from '../ids.ts'
import { messageLocales } from '../locale.ts'
import { mentionStrategies, personRoles } from '../person/addressed.ts'
import { isPlainName, unseenInName } from '../plain-name.ts'
import { guardedLevels } from '../policy/level.ts'
import { tagName } from '../project/schema.ts'
import { dailyPeriodField } from '../silence/schema.ts'
import { limitPeriods } from './subscription.ts'

const name = z
  .string()
  .trim()
  .min(1, 'Give it a name.')
  .max(100, 'Use at most 100 characters.')
  .refine(isPlainName, unseenInName)
const eachOnce = (list: readonly unknown[]) => new Set(list).size === list.length
const once = 'Name each only once.'

const ids = <Id extends string>(max: number) =>
  z
    .array(
      z
        .string()
        .refine(isId, 'This is not an id.')
        .transform((id) => id as Id),
    )
    .max(max, `Name at most ${max}.`)
    .refine(eachOnce, once)
    .default([])

const namedFields = {
  events: z.array(z.enum(alertEvents)).refine(eachOnce, once).default([]),
  departments: ids<DepartmentId>(100),
  tags: z.array(tagName).max(50, 'Name at most 50 tags.').refine(eachOnce, once).default([]),
  projects: ids<ProjectId>(1_000),
}
const nothingNamed = { events: [], departments: [], tags: [], projects: [] }

const people = z.array(z.enum(personRoles)).refine(eachOnce, once).default([])

/** What a subscription is about; what is left out stands for everything, or excepts nothing. */
export const subscriptionScopeField = z.strictObject({
  ...namedFields,
  except: z.strictObject(namedFields).default(nothingNamed),
})
export const wholeScope = { ...nothingNamed, except: nothingNamed } as const

const levelTargetsField = z
  .strictObject({
    allChannels: z.boolean().default(false),
    channels: ids<ChannelId>(100),
    groups: ids<AlertGroupId>(100),
    people,
    period: dailyPeriodField.nullable().default(null),
  })
  .nullable()
  .default(null)

export const subscriptionLevelsField = z
  .strictObject({ high: levelTargetsField, medium: levelTargetsField, low: levelTargetsField })
  .refine(
    (levels) =>
      guardedLevels.some((level) => {
        const targets = levels[level]
        if (targets === null) return false
        const { allChannels, channels, groups, people: addressed } = targets
        return allChannels || channels.length + groups.length + addressed.length > 0
      }),
    'Give at least one level a channel, an alert group or a person.',
  )

const longestEscalation = 1_440
export const mostSteps = 5
const waitOf = `Use 1–${longestEscalation} minutes.`

/** NaN, which is neither sooner nor later than anything, for a step without a time. */
const timeOf = (step: unknown): number => {
  const { afterMinutes } = Object(step)
  return afterMinutes >= 1 ? Number(afterMinutes) : Number.NaN
}

/** Asked of steps as they were sent, so that it is told together with the other faults. */
const isRising = (steps: readonly unknown[]): boolean =>
  steps.every((step, index) => !(timeOf(step) <= timeOf(steps[index - 1])))

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const namesSomebody = (step: {
  readonly channels: unknown
  readonly groups: unknown
  readonly people: unknown
}): boolean =>
  [step.channels, step.groups, step.people].some(
    (named) => !Array.isArray(named) || named.length > 0,
  )

/** Who else hears of an alert that nobody acknowledges, soonest first. */
export const escalationField = z
  .array(
    z
      .strictObject({
        afterMinutes: z.int(waitOf).min(1, waitOf).max(longestEscalation, waitOf),
        channels: ids<ChannelId>(100),
        groups: ids<AlertGroupId>(100),
        people,
      })
      .refine(namesSomebody, {
        error: 'Give the step a channel, an alert group or a person.',
        when: ({ value }) => isObject(value),
      }),
  )
  .max(mostSteps, `Use at most ${mostSteps} steps.`)
  .refine(isRising, {
    error: 'Each step must come later than the one before it.',
    when: ({ value }) => Array.isArray(value),
  })

const messages = 'Use 1–10000 messages.'

export const receiveLimitField = z.strictObject({
  messages: z.int(messages).min(1, messages).max(10_000, messages),
  per: z.enum(limitPeriods),
})

export const subscriptionFields = {
  name,
  scope: subscriptionScopeField,
  levels: subscriptionLevelsField,
  /** Null: the installation's language of messages. */
  locale: z.enum(messageLocales, 'Messages exist in zh-CN, zh-TW and en.').nullable(),
  limit: receiveLimitField.nullable(),
  recoveryNotices: z.boolean(),
  mention: z.enum(mentionStrategies),
  escalation: escalationField,
  enabled: z.boolean(),
}

export const alertGroupFields = {
  name,
  remark: z.string().trim().max(255, 'Use at most 255 characters.'),
  channels: ids<ChannelId>(100),
}
