/** The faults of these settings, in Chinese. */
export const ocpFaults: Readonly<Record<string, string>> = {
  'Choose an associated cluster.': '请选择已关联的 OCP 集群。',
  'There is no alert event of this name.': '没有这个告警事件。',
  'An alarm item is letters, digits, underscores, dots and hyphens.':
    '告警项只能包含字母、数字、下划线、点和连字符。',
}
