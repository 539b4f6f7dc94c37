import { channelKinds, clusterFields, type FieldSpec } from '@highwater/channels/catalog'
import type { Locale } from '@highwater/core'
import { nameAuditField } from '@highwater/core/audit'
import type { AuditDetail } from '@highwater/db/queries'
import { sourceKinds } from '@highwater/sources/catalog'

type Audited = Pick<AuditDetail, 'target' | 'before' | 'after'>

/** As crumbs are parted. */
const separator = ' › '

function kindIn({ before, after }: Audited): unknown {
  const described = [after, before].find((side) => typeof side === 'object' && side !== null)
  return described !== undefined && described !== null && 'kind' in described
    ? described.kind
    : null
}

function settingsOf(audited: Audited): readonly FieldSpec[] {
  if (audited.target === 'ocp_cluster') return clusterFields
  const kinds = audited.target === 'source' ? sourceKinds : channelKinds
  const kind = kindIn(audited)
  return kinds.find((known) => known.kind === kind)?.fields ?? []
}

/** A setting as its form calls it; of a list of pairs, the name within it follows. */
function nameSetting(fields: readonly FieldSpec[], path: string, locale: Locale): string[] | null {
  const field = fields.find((known) => path === known.path || path.startsWith(`${known.path}.`))
  if (field === undefined) return null
  const within = path.slice(field.path.length + 1)
  return within === '' ? [field.label[locale]] : [field.label[locale], within]
}

/** `dingtalk.secrets.webhook` of somebody's own robots. */
function nameInRobot(path: string, locale: Locale): string[] {
  const [name = '', ...below] = path.split('.')
  const kind = channelKinds.find((known) => known.kind === name)
  if (kind === undefined) return [path]
  const rest = below.join('.')
  if (rest === '') return [kind.label[locale]]
  const named = nameAuditField('channel', rest)
  const words = nameSetting(kind.fields, rest, locale) ?? named?.names.map((each) => each[locale])
  return [kind.label[locale], ...(words ?? [rest])]
}

/**
 * What a person calls the field of a change: the labels of the forms, from the whole to the part. A
 * field that another release wrote keeps its path; null for that.
 */
export function fieldName(audited: Audited, path: string, locale: Locale): string | null {
  const setting = nameSetting(settingsOf(audited), path, locale)
  if (setting !== null) return setting.join(separator)
  const named = nameAuditField(audited.target, path)
  if (named === null) return null
  const names = named.names.map((name) => name[locale])
  if (named.rest === null) return names.join(separator)
  const rest = path.startsWith('robots.') ? nameInRobot(named.rest, locale) : [named.rest]
  return [...names, ...rest].join(separator)
}
