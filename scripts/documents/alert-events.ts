import type { Locale } from '@highwater/core'
import {
  type AlertEvent,
  alertEventFacts,
  alertEvents,
  alertEventTitles,
  type Severity,
} from '@highwater/core/alert'
import { alertEventGuides } from '@highwater/core/alert-guide'

interface Words {
  readonly title: string
  readonly other: string
  readonly introduction: string
  readonly trigger: string
  readonly ends: string
  readonly advice: string
  readonly columns: readonly [string, string, string, string]
  readonly severity: Readonly<Record<Severity, string>>
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Alert events',
    other: '[简体中文](alert-events.zh-CN.md)',
    introduction:
      'What each kind of alert means, when it opens, what ends it, and what to do. The console shows the same under Help. Drawn from the code by `npm run documents`.',
    trigger: 'Opens',
    ends: 'Ends',
    advice: 'What to do',
    columns: ['Event', 'Name in the API', 'Severity', 'Name in OMS'],
    severity: { critical: 'critical', warning: 'warning', info: 'info' },
  },
  'zh-CN': {
    title: '告警事件说明',
    other: '[English](alert-events.md)',
    introduction:
      '每种告警的含义、触发条件、结束条件和处理建议，与控制台“帮助”中的内容一致。由 `npm run documents` 根据代码生成。',
    trigger: '触发条件',
    ends: '结束条件',
    advice: '处理建议',
    columns: ['事件', 'API 中的名称', '严重程度', 'OMS 中的名称'],
    severity: { critical: '严重', warning: '警告', info: '提示' },
  },
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function section(event: AlertEvent, locale: Locale): string {
  const { trigger, ends, advice } = words[locale]
  const guide = alertEventGuides[event]
  const steps = guide.advice.map((step, index) => `${index + 1}. ${step[locale]}`)
  return [
    `<a id="${event}"></a>`,
    `## ${alertEventTitles[event][locale]}`,
    guide.meaning[locale],
    `**${trigger}**: ${guide.trigger[locale]}`,
    `**${ends}**: ${guide.ends[locale]}`,
    `**${advice}**:`,
    steps.join('\n'),
  ].join('\n\n')
}

/** The guide to all events as one Markdown page. */
export function alertEventsDocument(locale: Locale): string {
  const say = words[locale]
  const rows = alertEvents.map((event) => {
    const { severity, omsName } = alertEventFacts[event]
    const title = `[${alertEventTitles[event][locale]}](#${event})`
    const oms = omsName === null ? '–' : `\`${omsName}\``
    return tableRow([title, `\`${event}\``, say.severity[severity], oms])
  })
  const table = [tableRow(say.columns), tableRow(say.columns.map(() => '---')), ...rows]
  const parts = [
    `# ${say.title}`,
    say.other,
    say.introduction,
    table.join('\n'),
    ...alertEvents.map((event) => section(event, locale)),
  ]
  return `${parts.join('\n\n')}\n`
}
