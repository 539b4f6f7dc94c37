import { describe, expect, it } from 'vitest'
import { widestMention } from './addressed.ts'
import { contactFields } from './schema.ts'

describe('a contact', () => {
  it.each([
    ['mobile', '@138-0000 0000', '13800000000'],
    ['mobile', '+86 13800000000', '13800000000'],
    ['mobile', '', null],
    ['dingtalkUserId', ' @manager4220 ', 'manager4220'],
    ['feishuOpenId', 'ou_84aad35d084aa403a838cf73ee18467', 'ou_84aad35d084aa403a838cf73ee18467'],
    ['wecomUserId', 'li.lei', 'li.lei'],
    ['wecomUserId', null, null],
  ] as const)('%s %j is kept as %j', (name, given, kept) => {
    expect(contactFields[name].parse(given)).toBe(kept)
  })

  it.each([
    ['mobile', 'call me'],
    ['dingtalkUserId', 'all'],
    ['dingtalkUserId', 'li lei'],
    ['feishuOpenId', 'all'],
    ['feishuOpenId', 'ou_x"></at>'],
    ['wecomUserId', '@all'],
    ['wecomUserId', '<@lilei>'],
  ] as const)('%s %j is refused', (name, given) => {
    expect(contactFields[name].safeParse(given).success).toBe(false)
  })
})

describe('of several strategies of mentioning', () => {
  it('the one that reaches farthest counts', () => {
    expect(widestMention([])).toBe('none')
    expect(widestMention(['none', 'owner'])).toBe('owner')
    expect(widestMention(['owner_and_maintainers', 'none', 'owner'])).toBe('owner_and_maintainers')
  })
})
