import {
  type AlertGroupId,
  type ChannelId,
  type DepartmentId,
  type MessageLocale,
  messageLocales,
  type ProjectId,
  weekdays,
} from '@highwater/core'
import { alertEvents } from '@highwater/core/alert'
import { type MentionStrategy, mentionStrategies, personRoles } from '@highwater/core/person'
import type { GuardedLevel } from '@highwater/core/policy'
import { limitPeriods, mostSteps } from '@highwater/core/subscription'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []))
const chosen = <Value extends string>(form: FormData, name: string, known: readonly Value[]) =>
  known.filter((value) => textsOf(form, name).includes(value))

const namedIn = (form: FormData, prefix: string) => ({
  events: chosen(form, `${prefix}.events`, alertEvents),
  departments: textsOf(form, `${prefix}.departments`) as DepartmentId[],
  tags: textOf(form, `${prefix}.tags`)
    .split(/[\s,，、]+/)
    .filter((tag) => tag !== ''),
  projects: textsOf(form, `${prefix}.projects`) as ProjectId[],
})

function periodOf(form: FormData, level: GuardedLevel) {
  const from = textOf(form, `${level}.from`)
  const until = textOf(form, `${level}.until`)
  const days = chosen(form, `${level}.weekdays`, weekdays)
  if (from === '' && until === '' && days.length === 0) return null
  // Days without hours stand for these days as a whole.
  const whole = from === '' && until === ''
  return {
    from: whole ? '00:00' : from,
    until: whole ? '00:00' : until,
    weekdays: days,
    timeZone: textOf(form, 'timeZone'),
  }
}

function targetsOf(form: FormData, level: GuardedLevel) {
  const targets = {
    allChannels: form.get(`${level}.allChannels`) !== null,
    channels: textsOf(form, `${level}.channels`) as ChannelId[],
    groups: textsOf(form, `${level}.groups`) as AlertGroupId[],
    people: chosen(form, `${level}.people`, personRoles),
  }
  const { allChannels, channels, groups, people } = targets
  const isEmpty = !allChannels && channels.length + groups.length + people.length === 0
  return isEmpty ? null : { ...targets, period: periodOf(form, level) }
}

const mentionOf = (form: FormData): MentionStrategy =>
  mentionStrategies.find((strategy) => strategy === textOf(form, 'mention')) ?? 'none'

const localeOf = (form: FormData): MessageLocale | null =>
  messageLocales.find((locale) => locale === textOf(form, 'locale')) ?? null

function limitOf(form: FormData) {
  const messages = textOf(form, 'limitMessages')
  const per = limitPeriods.find((each) => each === textOf(form, 'limitPer')) ?? 'hour'
  return messages === '' ? null : { messages: Number(messages), per }
}

/** A step of which nothing is filled in is none. */
const escalationIn = (form: FormData) =>
  Array.from({ length: mostSteps }, (_, row) => ({
    after: textOf(form, `escalation.${row}.after`),
    channels: textsOf(form, `escalation.${row}.channels`) as ChannelId[],
    groups: textsOf(form, `escalation.${row}.groups`) as AlertGroupId[],
    people: chosen(form, `escalation.${row}.people`, personRoles),
  }))
    .filter(
      ({ after, channels, groups, people }) =>
        after !== '' || channels.length + groups.length + people.length > 0,
    )
    .map(({ after, ...targets }) => ({ afterMinutes: Number(after), ...targets }))

/** A subscription as a form says it; what is wrong with it is for the server to name. */
export const subscriptionFromForm = (form: FormData) => ({
  name: textOf(form, 'name'),
  enabled: form.get('enabled') !== null,
  recoveryNotices: form.get('recoveryNotices') !== null,
  locale: localeOf(form),
  mention: mentionOf(form),
  limit: limitOf(form),
  escalation: escalationIn(form),
  scope: { ...namedIn(form, 'scope'), except: namedIn(form, 'except') },
  levels: {
    high: targetsOf(form, 'high'),
    medium: targetsOf(form, 'medium'),
    low: targetsOf(form, 'low'),
  },
})

/** An empty department means the whole installation. */
export const departmentFromForm = (form: FormData): string | null =>
  textOf(form, 'department') || null
