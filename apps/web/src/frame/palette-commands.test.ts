import { Bell, Send } from 'lucide-react'
import { expect, test } from 'vitest'
import { commandsFor } from './palette-commands.ts'

const alerts = { label: '告警', keywords: ['alerts'], icon: Bell, href: '/alerts', hint: '' }
const deliveries = {
  ...{ label: '发送记录', keywords: ['deliveries notifications'] },
  ...{ icon: Send, href: '/deliveries', hint: '' },
}
const groups = [
  { heading: '跳转', commands: [alerts, deliveries] },
  { heading: '操作', commands: [{ ...alerts, href: '/other' }] },
]
const found = (typed: string) =>
  commandsFor(groups, typed).map(({ commands }) => commands.map(({ href }) => href))

test('a page is found by part of its name or of an English word for it, whatever the case', () => {
  expect(found('发送')).toEqual([['/deliveries']])
  expect(found('NOTIF')).toEqual([['/deliveries']])
  expect(found('ale')).toEqual([['/alerts'], ['/other']])
})

test('letters that are only scattered over the words for a page do not mean it', () => {
  expect(found('dlvs')).toEqual([])
})

test('each of several words must be meant, and no word at all means everything', () => {
  expect(found('notifications deliver')).toEqual([['/deliveries']])
  expect(found('notifications alerts')).toEqual([])
  expect(found('')).toEqual([['/alerts', '/deliveries'], ['/other']])
})
