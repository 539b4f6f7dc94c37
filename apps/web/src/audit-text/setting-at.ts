import { channelKinds, clusterFields, type FieldSpec } from '@highwater/channels/catalog'
import type { AuditDetail } from '@highwater/db/queries'
import { sourceKinds } from '@highwater/sources/catalog'

/** What of an audited operation says which words its fields have. */
export type Audited = Pick<AuditDetail, 'target' | 'before' | 'after'>

export interface Setting {
  readonly field: FieldSpec
  /** The name within it, of a list of pairs; empty for the whole. */
  readonly within: string
}

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

/** The setting among these at `config.keyword`; undefined where the path is none. */
export function settingAmong(fields: readonly FieldSpec[], path: string): Setting | undefined {
  const field = fields.find((known) => path === known.path || path.startsWith(`${known.path}.`))
  return field && { field, within: path.slice(field.path.length + 1) }
}

/** The setting of its kind of channel, source or cluster that a change is about. */
export const settingAt = (audited: Audited, path: string): Setting | undefined =>
  settingAmong(settingsOf(audited), path)

/** `dingtalk.secrets.webhook` of somebody's own robots: the kind, and the path below it. */
export function robotAt(path: string) {
  const [name = '', ...below] = path.split('.')
  const kind = channelKinds.find((known) => known.kind === name)
  return kind && { kind, rest: below.join('.') }
}
