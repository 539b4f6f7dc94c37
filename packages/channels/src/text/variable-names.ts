/**
 * The variables of a template, as `${name}`. The names of OCP's templates are kept where the
 * meaning is the same, so that a body written for OCP works here.
 */
export const variableNames = [
  'kind',
  'headline',
  'summary',
  'message',
  'message_json',
  'app_type',
  'alarm_id',
  'alarm_type',
  'alarm_name',
  'alarm_scope',
  'alarm_level',
  'alarm_status',
  'alarm_target',
  'alarm_summary',
  'alarm_description',
  'alarm_active_at',
  'alarm_updated_at',
  'alarm_resolved_at',
  'alarm_last_interval',
  'alarm_threshold',
  'alarm_url',
  'alarm_count',
  'value',
  'value_shown',
  'severity',
  'project',
  'project_kind',
  'department',
  'owner',
  'mentions',
  'source',
  'target',
  'tags',
  'repeat',
  'close_reason',
  'detail',
  'object',
  'alarm_level_shown',
  'alarm_level_color',
  'alarm_status_shown',
  'alarm_active_at_shown',
  'alarm_updated_at_shown',
  'alarm_resolved_at_shown',
  'alarm_last_interval_shown',
  'alarm_threshold_shown',
  'alarm_group_by',
  'value_zh_cn',
  'value_zh_tw',
  'value_en_us',
  'severity_shown',
  'project_kind_shown',
  'close_reason_shown',
  'tags_shown',
  'subscription',
  'channel',
  'requested_by',
] as const
export type VariableName = (typeof variableNames)[number]
export type Variables = Readonly<Record<VariableName, string>>

/** Variables that are already JSON: a number, `null`, or a string with its quotes. */
export const jsonVariables: ReadonlySet<VariableName> = new Set([
  'message_json',
  'alarm_last_interval',
  'alarm_threshold',
  'alarm_count',
  'value',
  'repeat',
])

export const isVariableName = (name: string): name is VariableName =>
  variableNames.some((known) => known === name)

/** Names in `${...}` that mean nothing, each once. */
export function unknownVariables(template: string): readonly string[] {
  const used = [...template.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1] ?? '')
  return [...new Set(used)].filter((name) => !isVariableName(name))
}

/** Puts values into a template; an unknown `${name}` stays as it stands. */
export const fillTemplate = (template: string, value: (name: VariableName) => string): string =>
  template.replace(/\$\{([^}]*)\}/g, (whole, name: string) =>
    isVariableName(name) ? value(name) : whole,
  )

/** What each is where a message has no value for it. */
export const noVariables: Variables = {
  kind: '',
  headline: '',
  summary: '',
  message: '',
  message_json: '""',
  app_type: 'Highwater',
  alarm_id: '',
  alarm_type: '',
  alarm_name: '',
  alarm_scope: '',
  alarm_level: '',
  alarm_status: '',
  alarm_target: '',
  alarm_summary: '',
  alarm_description: '',
  alarm_active_at: '',
  alarm_updated_at: '',
  alarm_resolved_at: '',
  alarm_last_interval: 'null',
  alarm_threshold: 'null',
  alarm_url: '',
  alarm_count: '1',
  value: 'null',
  value_shown: '',
  severity: '',
  project: '',
  project_kind: '',
  department: '',
  owner: '',
  mentions: '',
  source: '',
  target: '',
  tags: '',
  repeat: '0',
  close_reason: '',
  detail: '',
  object: '',
  alarm_level_shown: '',
  alarm_level_color: '',
  alarm_status_shown: '',
  alarm_active_at_shown: '',
  alarm_updated_at_shown: '',
  alarm_resolved_at_shown: '',
  alarm_last_interval_shown: '',
  alarm_threshold_shown: '',
  alarm_group_by: '',
  value_zh_cn: '',
  value_zh_tw: '',
  value_en_us: '',
  severity_shown: '',
  project_kind_shown: '',
  close_reason_shown: '',
  tags_shown: '',
  subscription: '',
  channel: '',
  requested_by: '',
}
