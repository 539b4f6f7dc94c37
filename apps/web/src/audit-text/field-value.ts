import { channelKinds, type FieldSpec } from '@highwater/channels/catalog'
import type { Locale } from '@highwater/core'
import { sourceKinds } from '@highwater/sources/catalog'
import { type Messages, messagesOf } from '~/i18n/messages.ts'
import { durationInWords } from '~/ui/duration-words.ts'
import { type Audited, robotAt, settingAmong, settingAt } from './setting-at.ts'

type Words = Readonly<Record<string, string>>

const kindsIn = (messages: Messages, locale: Locale): Words => ({
  ...messages.common.projectKind,
  ...messages.silences.kind,
  ...Object.fromEntries(
    [...channelKinds, ...sourceKinds].map(({ kind, label }) => [kind, label[locale]]),
  ),
})

const levels = ({ common }: Messages): Words => common.level
const languages = ({ templates }: Messages): Words => templates.locale
const steps = ({ audit }: Messages): Words => audit.signInStep
const rolesIn = ({ access, frame }: Messages): Words => ({ ...access.role, ...frame.role })

/**
 * What the values of fields with a closed set of them are called, by the last word of their paths;
 * `target:word` where it means something else there.
 */
const vocabularies: Readonly<Record<string, (messages: Messages, locale: Locale) => Words>> = {
  protectionLevel: levels,
  defaultLevel: levels,
  level: levels,
  kind: kindsIn,
  'project:state': ({ common }) => common.projectState,
  'alert:state': ({ common }) => common.alertState,
  event: ({ common }) => common.alertEvent,
  events: ({ common }) => common.alertEvent,
  role: rolesIn,
  'token:scope': ({ system }) => system.scope,
  locale: languages,
  messageLocale: languages,
  mention: ({ subscriptions }) => subscriptions.form.mentions,
  people: ({ subscriptions }) => subscriptions.form.person,
  per: ({ subscriptions: { form } }) => ({ hour: form.hour, day: form.day }),
  groupBy: ({ channels }) => channels.flow.dimension,
  weekdays: ({ silences }) => silences.weekday,
  turns: ({ people }) => people.onCall.turns,
  'account:tested': kindsIn,
  'sign_in:passed': steps,
  'sign_in:missing': steps,
  secondFactorFor: ({ signInSettings }) => signInSettings.local.scope,
  withoutRule: ({ signInSettings }) => signInSettings.rules.without.who,
}

const separators: Readonly<Record<Locale, string>> = { 'zh-CN': '、', en: ', ' }

/** One code, or a list of them; null when one is not among the words. */
function inWords(words: Words, value: unknown, locale: Locale): string | null {
  const codes = Array.isArray(value) ? value : [value]
  const said = codes.flatMap((code) =>
    typeof code === 'string' && Object.hasOwn(words, code) ? (words[code] ?? []) : [],
  )
  return said.length > 0 && said.length === codes.length ? said.join(separators[locale]) : null
}

const optionsOf = ({ options = [] }: FieldSpec, locale: Locale): Words =>
  Object.fromEntries(options.map(({ value, label }) => [value, label[locale]]))

/** Beside the number that the form has, for nobody reads 604800 as a week. */
function withLength(path: string, value: number, locale: Locale): string | null {
  const unit = path.endsWith('Seconds') ? 1 : path.endsWith('Minutes') ? 60 : null
  if (unit === null || value < 60) return null
  return `${value} (${durationInWords(value * unit, locale)})`
}

function wordsFor(audited: Audited, path: string, locale: Locale): Words | undefined {
  const messages = messagesOf(locale)
  const robot = path.startsWith('robots.') ? robotAt(path.slice('robots.'.length)) : undefined
  const setting = robot ? settingAmong(robot.kind.fields, robot.rest) : settingAt(audited, path)
  if (setting !== undefined) return optionsOf(setting.field, locale)
  // Below it stand names of departments, which may hold dots.
  if (path.startsWith('departments.')) return rolesIn(messages)
  const word = path.split('.').at(-1) ?? path
  const vocabulary = vocabularies[`${audited.target}:${word}`] ?? vocabularies[word]
  return vocabulary?.(messages, locale)
}

/**
 * What the forms call the value of a changed field: switches, codes of closed sets, and lengths of
 * time. Null for what people typed, and for a code of another release.
 */
export function fieldValue(
  audited: Audited,
  path: string,
  value: unknown,
  locale: Locale,
): string | null {
  if (typeof value === 'boolean') return messagesOf(locale).common[value ? 'yes' : 'no']
  if (typeof value === 'number') return withLength(path, value, locale)
  const words = wordsFor(audited, path, locale)
  return words === undefined ? null : inWords(words, value, locale)
}
