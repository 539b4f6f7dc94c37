import { renderLaws } from '../../testing/render-laws.ts'
import { dingtalkConfig } from '../dingtalk/config.ts'
import { type DingtalkMessage, maxBodyBytes, renderDingtalk } from '../dingtalk/render.ts'
import { emailConfig } from '../email/config.ts'
import { maxMailBytes, renderEmail } from '../email/render.ts'
import { byteLength } from '../text/bytes.ts'
import { webhookConfig } from '../webhook/config.ts'
import { maxBodyBytes as maxWebhookBytes, renderWebhook } from '../webhook/render.ts'

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
