import type { ChannelMessage } from '@highwater/core/notify'
import type { MentionedPerson } from '@highwater/core/person'
import { describe, expect, it } from 'vitest'
import { channelKindOf, renderFor } from '../src/catalog.ts'
import type { ContractReceiver, ContractSubject } from './contract-subject.ts'
import { aDigestMessage, anAlertMessage } from './messages.ts'

const reachable: MentionedPerson = {
  name: '韩梅梅',
  contacts: {
    mobile: '13911112222',
    dingtalkUserId: 'hanmeimei01',
    feishuOpenId: 'ou_84aad35d084aa403a838cf73ee18467',
    wecomUserId: 'han.meimei',
  },
}
const nameAlone: MentionedPerson = { name: '王芳', contacts: {} }

/** Somebody whose contacts try to call everybody. What a name tries, each format's own laws prove. */
const hostile: MentionedPerson = {
  name: '李雷',
  contacts: { mobile: '@all', dingtalkUserId: 'all', feishuOpenId: 'all', wecomUserId: '@all' },
}

/** Every way in which the providers that we know write a call to everybody. */
const everybody = /isAtAll":true|@all|id=\\?"?all|user_id":"all|<!(channel|here|everyone)>/g

/** How people whom a message mentions are called, or told by name. */
export function mentionContract(
  subject: ContractSubject,
  receiverOf: () => ContractReceiver,
): void {
  const { callsBy = [] } = channelKindOf(subject.kind).capabilities

  describe('and of the people whom a message mentions', () => {
    const messagesTo = (mentions: readonly MentionedPerson[]) => [
      anAlertMessage({ mentions }),
      aDigestMessage(2, { mentions }),
    ]
    const sent = (message: ChannelMessage): string => {
      const { settings } = receiverOf()
      const { preview, ...rendered } = renderFor(
        subject.kind,
        { message, locale: 'zh-CN' },
        settings.config,
      )
      return JSON.stringify(rendered)
    }

    it('calls those whose contact it knows, and tells all others by name', () => {
      for (const message of messagesTo([reachable, nameAlone])) {
        const body = sent(message)
        const calls = callsBy.some((by) => body.includes(reachable.contacts[by] ?? ''))
        expect(calls || body.includes(reachable.name)).toBe(true)
        expect(body).toContain(nameAlone.name)
        for (const [name, contact] of Object.entries(reachable.contacts)) {
          if (!callsBy.some((by) => by === name)) expect(body).not.toContain(contact)
        }
      }
    })

    it('never calls everybody in their place, nor fewer than its own settings call', () => {
      const callsAll = (message: ChannelMessage) => sent(message).match(everybody)?.length ?? 0
      const own = messagesTo([]).map(callsAll)
      for (const person of [nameAlone, hostile]) {
        expect(messagesTo([person]).map(callsAll)).toEqual(own)
      }
    })
  })
}
