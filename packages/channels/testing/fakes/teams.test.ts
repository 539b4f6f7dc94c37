import { afterEach, expect, it } from 'vitest'
import { startTeamsFake, type TeamsFake, type TeamsFakeOptions } from '../index.ts'

let workflow: TeamsFake

afterEach(() => workflow.close())

const start = async (options: TeamsFakeOptions = {}) => {
  workflow = await startTeamsFake(options)
}
const card = (text: string, entities: readonly object[] = []) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.4',
        msteams: { entities },
        body: [{ type: 'TextBlock', text }],
      },
    },
  ],
})
const post = async (body: unknown, sig = 's'): Promise<string> => {
  const response = await fetch(
    `${workflow.url}/workflows/w/triggers/manual/paths/invoke?sig=${sig}`,
    {
      method: 'POST',
      body: JSON.stringify(body),
    },
  )
  return `${response.status} ${await response.text()}`
}

it('the fake workflow checks signature, size and form, and answers 202', async () => {
  await start({ signature: 's', perSecond: 100 })
  expect(await post(card('x'), 'other')).toMatch(/^401/)
  expect(await post({ text: 'x' })).toMatch(/^400/)
  expect(await post(card('x'.repeat(28_001)))).toMatch(/^413/)
  expect(await post(card('x'))).toBe('202 ')
  workflow.behave({ turnedOff: true })
  expect(await post(card('x'))).toMatch(/^404/)
  expect(workflow.messages().map(({ text }) => text)).toEqual(['x'])
})

it('the fake workflow takes four requests a second, and as a connector refuses in words', async () => {
  await start({ perSecond: 1 })
  expect(await post(card('x'))).toBe('202 ')
  expect(await post(card('x'))).toMatch(/^429/)
  workflow.behave({ asConnector: true })
  expect(await post(card('x'))).toMatch(/^200 .*HTTP error 429/)
})

it('the fake workflow reports mentions that reach nobody', async () => {
  await start()
  await post(card('<at>Li</at>'))
  await post(card('x', [{ type: 'mention', text: '<at>Li</at>' }]))
  expect(workflow.messages().map(({ warnings }) => warnings)).toEqual([
    ['<at>Li</at> has no entity'],
    ['<at>Li</at> stands in no text block'],
  ])
})
