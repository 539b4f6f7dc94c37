import type { Localized } from '@highwater/core'
import { type MessageKind, messageKinds } from '@highwater/core/notify'
import type { VariableName } from '../text/variable-names.ts'

/** What a variable stands for, and the kinds of message in which it has a value. */
export interface VariableFacts {
  readonly meaning: Localized
  readonly kinds: readonly MessageKind[]
  /** The whole rendered message: for the body of a webhook, not for the message itself. */
  readonly bodyOnly?: true
}

const alert: readonly MessageKind[] = ['firing', 'repeat', 'resolved']
const resolved: readonly MessageKind[] = ['resolved']
const digest: readonly MessageKind[] = ['digest']
const test: readonly MessageKind[] = ['test']

const of = (kinds: readonly MessageKind[], zh: string, en: string): VariableFacts => ({
  meaning: { 'zh-CN': zh, en },
  kinds,
})
const ofAll = (zh: string, en: string): VariableFacts => of(messageKinds, zh, en)

/** Every variable, explained in both languages: form, documentation and refusals read it. */
export const variableFacts: Readonly<Record<VariableName, VariableFacts>> = {
  kind: ofAll(
    '消息类型：firing、repeat、resolved、digest、test',
    'Kind of message: firing, repeat, resolved, digest, test',
  ),
  headline: ofAll('内置的标题', 'The built-in headline'),
  summary: ofAll('内置正文的第一句', 'The first sentence of the built-in text'),
  message: {
    ...ofAll('完整的消息文本', 'The whole message as text'),
    bodyOnly: true,
  },
  message_json: {
    ...ofAll('完整的消息文本（带引号的 JSON 字符串）', 'The whole message as a quoted JSON string'),
    bodyOnly: true,
  },
  app_type: ofAll('固定为 Highwater', 'Always Highwater'),
  alarm_id: ofAll('消息编号，例如 A1024', 'The short id, such as A1024'),
  alarm_type: of(alert, '告警事件的代码，例如 sync_delay', 'Code of the event, such as sync_delay'),
  alarm_name: of(alert, '告警事件的名称', 'Name of the event'),
  alarm_scope: of(
    alert,
    '告警对象的类型：project、host、source 等',
    'What it is about: project, host, source and so on',
  ),
  alarm_level: of(alert, '保护级别的代码', 'Code of the protection level'),
  alarm_level_shown: of(alert, '保护级别', 'Protection level'),
  alarm_level_color: of(alert, '严重程度对应的颜色，例如 #d0342c', 'Colour, such as #d0342c'),
  alarm_status: ofAll('状态的代码：active、inactive 等', 'Code of the state: active, inactive'),
  alarm_status_shown: ofAll('状态，例如“告警”“已恢复”', 'State, such as “Firing”'),
  alarm_target: of(
    [...alert, ...test],
    '告警对象的名称；测试消息中为通道名称',
    'What it is about; in a test, the channel',
  ),
  alarm_summary: of(alert, '发生了什么（一句话）', 'What happened, in one sentence'),
  alarm_description: ofAll('内置正文的全部句子', 'All sentences of the built-in text'),
  alarm_active_at: of(alert, '开始时间（ISO 8601）', 'When it began (ISO 8601)'),
  alarm_active_at_shown: of(alert, '开始时间', 'When it began'),
  alarm_updated_at: ofAll('消息所述的时间（ISO 8601）', 'When the message was true (ISO 8601)'),
  alarm_updated_at_shown: ofAll('消息所述的时间', 'When the message was true'),
  alarm_resolved_at: of(resolved, '结束时间（ISO 8601）', 'When it ended (ISO 8601)'),
  alarm_resolved_at_shown: of(resolved, '结束时间', 'When it ended'),
  alarm_last_interval: of(alert, '已持续的秒数', 'Duration in seconds'),
  alarm_last_interval_shown: of(alert, '已持续的时长', 'Duration'),
  alarm_threshold: of(alert, '阈值（秒或百分比）', 'The limit, in seconds or percent'),
  alarm_threshold_shown: of(alert, '阈值', 'The limit'),
  alarm_url: ofAll('控制台中的链接', 'Link into the console'),
  alarm_count: ofAll('告警条数', 'Number of alerts'),
  alarm_group_by: of(
    digest,
    '合并条件，例如 event,level；没有时为合并的原因',
    'What they are grouped by, such as event,level; else why they are one message',
  ),
  value: of(alert, '实测值（秒或百分比）', 'The measured value, in seconds or percent'),
  value_shown: of(alert, '实测值', 'The measured value'),
  value_zh_cn: of(alert, '实测值（简体中文）', 'The measured value in simplified Chinese'),
  value_zh_tw: of(alert, '实测值（繁体中文）', 'The measured value in traditional Chinese'),
  value_en_us: of(alert, '实测值（英文）', 'The measured value in English'),
  severity: of(alert, '严重程度的代码', 'Code of the severity'),
  severity_shown: of(alert, '严重程度', 'Severity'),
  project: of(alert, '项目名称；系统告警为空', 'Project; empty for a system alert'),
  project_kind: of(alert, '项目类型的代码', 'Code of the kind of project'),
  project_kind_shown: of(alert, '项目类型', 'Kind of project'),
  object: of(alert, '系统告警的对象；项目告警为空', 'What a system alert is about; else empty'),
  department: of(alert, '部门', 'Department'),
  owner: of(alert, '负责人', 'Owner'),
  mentions: of(
    [...alert, ...digest],
    '消息提醒的人的姓名',
    'Names of the people whom the message calls',
  ),
  source: of(alert, '源端', 'Source endpoint'),
  target: of(alert, '目标端', 'Target endpoint'),
  tags: of(alert, '标签，以英文逗号分隔', 'Tags, separated by bare commas'),
  tags_shown: of(alert, '标签', 'Tags'),
  repeat: of(alert, '第几次提醒；首条为 0', 'Number of the reminder; 0 for the first message'),
  close_reason: of(resolved, '结束原因的代码', 'Code of the reason why it ended'),
  close_reason_shown: of(resolved, '结束原因', 'Why it ended'),
  detail: of(alert, '数据源给出的原因', 'What the source said of the trouble'),
  subscription: of(digest, '订阅名称', 'Name of the subscription'),
  channel: of(test, '通道名称', 'Name of the channel'),
  requested_by: of(test, '发起测试的人', 'Who asked for the test'),
}

/** The variables that a template for messages of this kind may use, in the order of the table. */
export const variablesFor = (kind: MessageKind): readonly VariableName[] =>
  (Object.keys(variableFacts) as VariableName[]).filter((name) => {
    const { kinds, bodyOnly } = variableFacts[name]
    return bodyOnly !== true && kinds.includes(kind)
  })
