import type { MentionedPerson } from '@highwater/core/person'
import { describe, expect, it } from 'vitest'
import { channelKindOf, renderFor } from '../src/catalog.ts'
import type { ContractReceiver, ContractSubject } from './contract-subject.ts'
import { anAlertMessage } from './messages.ts'

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
    const sent = (mentions: readonly MentionedPerson[]): string => {
      const message = anAlertMessage({ mentions })
      const { settings } = receiverOf()
      const { preview, ...rendered } = renderFor(
        subject.kind,
        { message, locale: 'zh-CN' },
        settings.config,
      )
      return JSON.stringify(rendered)
    }

    it('calls those whose contact it knows, and tells all others by name', () => {
      const body = sent([reachable, nameAlone])
      const calls = callsBy.some((by) => body.includes(reachable.contacts[by] ?? ''))
      expect(calls || body.includes(reachable.name)).toBe(true)
      expect(body).toContain(nameAlone.name)
      for (const [name, contact] of Object.entries(reachable.contacts)) {
        if (!callsBy.some((by) => by === name)) expect(body).not.toContain(contact)
      }
    })

    it('never calls everybody in their place, nor fewer than its own settings call', () => {
      const own = sent([]).match(everybody)?.length ?? 0
      for (const person of [nameAlone, hostile]) {
        expect(sent([person]).match(everybody)?.length ?? 0).toBe(own)
      }
    })
  })
}
