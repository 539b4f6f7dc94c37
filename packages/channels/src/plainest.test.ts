import { expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage } from '../testing/messages.ts'
import { renderFor } from './catalog.ts'
import { plainestConfig, plainestMessage } from './plainest.ts'

const full = anAlertMessage({ detail: 'ORA-00942: <b>no such table</b> 敏感词' })

it('leaves out the words of others, and keeps what happened to what', () => {
  const reader = { locale: 'en', timeZone: 'Asia/Shanghai' } as const
  expect(plainestMessage({ message: full, ...reader })).toEqual({
    ...reader,
    message: { ...full, detail: null, project: { ...full.project, tags: [] } },
  })
})

it('names none of the alerts that wait for a channel that is down', () => {
  const named = ['K7Q2M 敏感词']
  const message = anAlertMessage({
    event: 'channel_down',
    project: null,
    particulars: { type: 'withheld', alerts: 1, named },
  })
  expect(plainestMessage({ message, locale: 'en' }).message).toMatchObject({
    particulars: { alerts: 1, named: [] },
  })
})

it('names the first alerts of a long digest, which goes on saying how many there are', () => {
  const { message } = plainestMessage({ message: aDigestMessage(300), locale: 'en' })
  expect(message).toMatchObject({ kind: 'digest', count: 300 })
  expect(message.kind === 'digest' && message.members).toHaveLength(20)
})

it('is plain text where the kind offers it, and as it was where not', () => {
  const plain = plainestMessage({ message: full, locale: 'en' })
  const { preview } = renderFor('dingtalk', plain, plainestConfig('dingtalk', {}))
  expect(preview.format).toBe('text')
  expect(preview.body).not.toContain('敏感词')
  expect(plainestConfig('slack', { channel: 'ops' })).toEqual({ channel: 'ops' })
})
