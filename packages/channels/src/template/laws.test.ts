import { expect } from 'vitest'
import { renderLaws } from '../../testing/render-laws.ts'
import { alertmanagerConfig } from '../alertmanager/config.ts'
import { maxAlertBytes, renderAlertmanager } from '../alertmanager/render.ts'
import { dingtalkConfig } from '../dingtalk/config.ts'
import { type DingtalkMessage, maxBodyBytes, renderDingtalk } from '../dingtalk/render.ts'
import { emailConfig } from '../email/config.ts'
import { maxMailBytes, renderEmail } from '../email/render.ts'
import { ocpConfig } from '../ocp/config.ts'
import { maxAlarmBytes, renderOcp } from '../ocp/render.ts'
import { maxEventBytes, renderPagerduty } from '../pagerduty/render.ts'
import { maxInputBytes, renderScript } from '../script/render.ts'
import { byteLength } from '../text/bytes.ts'
import { webhookConfig } from '../webhook/config.ts'
import { maxBodyBytes as maxWebhookBytes } from '../webhook/fit-body.ts'
import { renderWebhook } from '../webhook/render.ts'

function markupOf(message: DingtalkMessage): string {
  switch (message.msgtype) {
    case 'text':
      return message.text.content
    case 'markdown':
      return message.markdown.text
    case 'actionCard':
      return `${message.actionCard.text}\n${message.actionCard.singleURL}`
  }
}

for (const format of dingtalkConfig.shape.format.unwrap().options) {
  const config = dingtalkConfig.parse({ format, keyword: '高水位', atMobiles: ['13800000000'] })
  renderLaws({
    name: `dingtalk ${format}`,
    limit: maxBodyBytes,
    always: ['高水位', ...(format === 'actionCard' ? [] : ['"atMobiles":["13800000000"]'])],
    never: [/(^|\s)@all/, ...(format === 'text' ? [] : [/(^|[^\\])\]\(http:\/\/evil/, '**bold'])],
    render(message, locale, template) {
      const { message: sent } = renderDingtalk({ message, locale, template }, config)
      const at = 'at' in sent ? JSON.stringify(sent.at) : ''
      return { text: `${markupOf(sent)}\n${at}`, size: byteLength(JSON.stringify(sent)) }
    },
  })
}

const mail = emailConfig.parse({
  host: 'smtp.example.com',
  port: 465,
  from: { address: 'alerts@example.com' },
  to: ['dba@example.com'],
})
renderLaws({
  name: 'e-mail',
  limit: maxMailBytes,
  always: ['</html>'],
  never: ['<a href="http://evil', '<at', '<!channel'],
  render(message, locale, template) {
    const { html, bytes } = renderEmail({ message, locale, template }, mail)
    return { text: html, size: bytes }
  },
})

const body = `{"text": "\${headline}", "all": \${message_json}, "at": {"isAtAll": false}}`
const hook = webhookConfig.parse({ url: 'https://example.com', body })
renderLaws({
  name: 'webhook with a body of its own',
  limit: maxWebhookBytes,
  always: ['"at":{"isAtAll":false}'],
  never: [],
  render(message, locale, template) {
    const rendered = renderWebhook({ message, locale, template }, hook)
    const sent = String(rendered.body)
    // It must parse, whatever was put into it.
    const { all, at } = JSON.parse(sent)
    const keys = JSON.stringify({ at }).slice(1, -1)
    return { text: `${keys}\n${all}`, size: byteLength(sent) }
  },
})

/** JSON that parses, whatever was put into it: no string of it has ended before its time. */
const asJson = (value: unknown): string => {
  const text = JSON.stringify(value)
  expect(JSON.parse(text)).toEqual(value)
  return text
}
const cluster = '0190d5a0-0000-7000-8000-000000000000'
const leavesItsString = '"at":{"isAtAll":true}'
const ours = 'https://highwater.example.com/'

renderLaws({
  name: 'pagerduty',
  limit: maxEventBytes,
  always: [],
  never: [leavesItsString, '"href":"http://evil', '"client_url":"http://evil'],
  render(message, locale, template) {
    const { events, bytes } = renderPagerduty({ message, locale, template })
    for (const { form } of events) {
      // PagerDuty counts characters, and refuses an event without a summary or a source.
      expect([...form.payload.summary].length).toBeLessThanOrEqual(1_024)
      expect(form.payload.summary).not.toBe('')
      expect(form.payload.source).not.toBe('')
      expect(form.links.every(({ href }) => href.startsWith(ours) || `${href}/` === ours)).toBe(
        true,
      )
    }
    return { text: asJson(events.map(({ form }) => form)), size: bytes }
  },
})

const alertmanager = alertmanagerConfig.parse({
  addresses: ['https://example.com'],
  labels: { team: '高水位' },
})
renderLaws({
  name: 'alertmanager',
  limit: maxAlertBytes,
  always: ['"team":"高水位"'],
  never: [leavesItsString, '"generatorURL":"http://evil'],
  render(message, locale, template) {
    const { alerts, bytes } = renderAlertmanager({ message, locale, template }, alertmanager)
    for (const { form } of alerts) {
      // Data stands in values alone, and none that makes the alert another one changes with its words.
      expect(Object.keys(form.labels).sort()).toEqual(['alertname', 'severity', 'subject', 'team'])
      expect(form.labels.subject).not.toBe('')
      expect(form.generatorURL.startsWith(ours) || `${form.generatorURL}/` === ours).toBe(true)
    }
    return { text: asJson(alerts.map(({ form }) => form)), size: bytes }
  },
})

renderLaws({
  name: 'ocp',
  limit: maxAlarmBytes,
  always: [],
  never: [leavesItsString],
  render(message, locale, template) {
    const { alarms, bytes } = renderOcp({ message, locale, template }, ocpConfig.parse({ cluster }))
    for (const { form } of alarms) {
      // A target is made of signs that no name may bring.
      expect(form.target).toMatch(/^app=highwater:object=[^\s=:;,]*:alert=\w+$/)
    }
    return { text: asJson(alarms.map(({ form }) => form)), size: bytes }
  },
})

renderLaws({
  name: 'script',
  limit: maxInputBytes,
  always: [],
  never: [leavesItsString],
  render(message, locale, template) {
    const { input, bytes } = renderScript({ message, locale, template })
    // No variable of an environment may hold it: the script would not start.
    for (const value of Object.values(input.variables)) expect(value).not.toContain('\0')
    return { text: asJson(input), size: bytes }
  },
})
