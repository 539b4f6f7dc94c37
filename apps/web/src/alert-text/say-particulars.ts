import { assertNever, type Locale } from '@highwater/core'
import type { HostFigureName, Particulars } from '@highwater/core/alert'

const figureNames: Readonly<Record<Locale, Readonly<Record<HostFigureName, string>>>> = {
  en: { cpu: 'CPU', memory: 'memory', disk: 'disk' },
  'zh-CN': { cpu: 'CPU', memory: '内存', disk: '磁盘' },
}

/** What goes behind the sentence about an alert: the figures of a host, or who took over. */
export function sayParticulars(particulars: Particulars | null, locale: Locale): string {
  if (particulars === null) return ''
  const english = locale === 'en'
  switch (particulars.type) {
    case 'host_figures': {
      const figures = particulars.figures.map(({ name, percent, limit }) =>
        english
          ? `${figureNames.en[name]} ${percent} % (limit ${limit} %)`
          : `${figureNames['zh-CN'][name]} ${percent}%（阈值 ${limit}%）`,
      )
      return english ? `: ${figures.join(', ')}` : `：${figures.join('，')}`
    }
    case 'taken_over':
      return english ? ` by ${particulars.by.join(', ')}` : `：${particulars.by.join('、')}`
    case 'withheld': {
      const { alerts, named } = particulars
      if (alerts === 0) return ''
      const more = alerts - named.length
      return english
        ? `; ${alerts} ${alerts === 1 ? 'alert waits' : 'alerts wait'} for it: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
        : `；${alerts} 条告警未能发出：${named.join('、')}${more > 0 ? ' 等' : ''}`
    }
    case 'gap':
      return ''
    default:
      return assertNever(particulars)
  }
}
