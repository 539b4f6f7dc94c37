import type { MentionedPerson } from '@highwater/core/person'
import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage } from '../../testing/messages.ts'
import { dingtalkConfig } from '../dingtalk/config.ts'
import { renderDingtalk } from '../dingtalk/render.ts'
import { feishuConfig } from '../feishu/config.ts'
import { renderFeishu } from '../feishu/render.ts'
import { wecomRobotConfig } from '../wecom-robot/config.ts'
import { renderWecomRobot } from '../wecom-robot/render.ts'
import { callPeople } from './call-people.ts'

const han: MentionedPerson = {
  name: '韩梅梅',
  contacts: { mobile: '13911112222', feishuOpenId: 'ou_84aad35d', wecomUserId: 'han' },
}
const li: MentionedPerson = { name: '李雷', contacts: { dingtalkUserId: 'lilei' } }
const wang: MentionedPerson = { name: '王芳', contacts: {} }
const addressed = {
  message: anAlertMessage({ mentions: [han, li, wang] }),
  locale: 'zh-CN',
} as const

describe('people whom a message mentions', () => {
  it('join those of a DingTalk robot, in the text as well, and leave its call to all alone', () => {
    const config = dingtalkConfig.parse({ atMobiles: ['13800000000'], atAll: true })
    const { message } = renderDingtalk(addressed, config)
    expect(message.at).toEqual({
      atMobiles: ['13800000000', '13911112222'],
      atUserIds: ['lilei'],
      isAtAll: true,
    })
    const text = message.msgtype === 'markdown' ? message.markdown.text : ''
    expect(text).toMatch(/请关注\*\*：王芳$/m)
    expect(text).toMatch(/^@13800000000 @13911112222 @lilei$/m)
  })

  it.each([
    ['card', '<at id=ou_84aad35d></at>'],
    ['post', '{"tag":"at","user_id":"ou_84aad35d"}'],
    ['text', '<at user_id=\\"ou_84aad35d\\"></at>'],
  ] as const)('are called by open_id in a Feishu %s', (format, tag) => {
    const body = JSON.stringify(renderFeishu(addressed, feishuConfig.parse({ format })).message)
    expect(body).toContain(tag)
    expect(body).toContain('请关注：李雷、王芳')
    expect(body).not.toContain('13911112222')
  })

  it('are called by WeCom as far as one message can', () => {
    const render = (config: object) => renderWecomRobot(addressed, wecomRobotConfig.parse(config))
    const inMarkdown = render({ format: 'markdown' })
    expect(JSON.stringify(inMarkdown.message)).toContain('<@han>')
    expect(inMarkdown.call).toBeNull()
    const plainest = render({ format: 'markdown_v2' })
    expect(JSON.stringify(plainest.message)).toContain('韩梅梅、李雷、王芳')
    expect(plainest.call).toBeNull()
    const withCall = render({ format: 'markdown_v2', mentionedMobiles: ['13800000000'] })
    expect(withCall.call).toMatchObject({
      text: { mentioned_list: ['han'], mentioned_mobile_list: ['13800000000'] },
    })
  })

  it('are called by mobile in a WeCom text where they have no other contact', () => {
    const mentions = [{ ...han, contacts: { mobile: '13911112222' } }]
    const { message } = renderWecomRobot(
      { message: anAlertMessage({ mentions }), locale: 'en' },
      wecomRobotConfig.parse({ format: 'text' }),
    )
    expect(message).toMatchObject({ text: { mentioned_mobile_list: ['13911112222'] } })
  })

  it('are never more than a message has room for: the others are named', () => {
    const many = Array.from(
      { length: 40 },
      (_, index): MentionedPerson => ({
        name: `人${index}`,
        contacts: { wecomUserId: `user${index}` },
      }),
    )
    const message = anAlertMessage({ mentions: many })
    const { called, naming } = callPeople({ message, locale: 'en' }, ['wecomUserId'])
    expect(called.wecomUserId).toHaveLength(20)
    expect('mentions' in naming.message && naming.message.mentions).toHaveLength(20)
  })

  it('are none in a digest', () => {
    const digest = { message: aDigestMessage(), locale: 'en' } as const
    expect(callPeople(digest, ['mobile']).naming).toBe(digest)
  })
})
