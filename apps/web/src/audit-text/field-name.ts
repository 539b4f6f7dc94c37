import type { Locale } from '@highwater/core'
import { nameAuditField } from '@highwater/core/audit'
import { type Audited, robotAt, type Setting, settingAmong, settingAt } from './setting-at.ts'

/** As crumbs are parted. */
const separator = ' › '

/** A setting as its form calls it; of a list of pairs, the name within it follows. */
const nameSetting = ({ field, within }: Setting, locale: Locale): string[] =>
  within === '' ? [field.label[locale]] : [field.label[locale], within]

function nameInRobot(path: string, locale: Locale): string[] {
  const robot = robotAt(path)
  if (robot === undefined) return [path]
  const { kind, rest } = robot
  if (rest === '') return [kind.label[locale]]
  const setting = settingAmong(kind.fields, rest)
  const named = nameAuditField('channel', rest)?.names.map((each) => each[locale])
  const words = setting === undefined ? named : nameSetting(setting, locale)
  return [kind.label[locale], ...(words ?? [rest])]
}

/**
 * What a person calls the field of a change: the labels of the forms, from the whole to the part. A
 * field that another release wrote keeps its path; null for that.
 */
export function fieldName(audited: Audited, path: string, locale: Locale): string | null {
  const setting = settingAt(audited, path)
  if (setting !== undefined) return nameSetting(setting, locale).join(separator)
  const named = nameAuditField(audited.target, path)
  if (named === null) return null
  const names = named.names.map((name) => name[locale])
  if (named.rest === null) return names.join(separator)
  const rest = path.startsWith('robots.') ? nameInRobot(named.rest, locale) : [named.rest]
  return [...names, ...rest].join(separator)
}
