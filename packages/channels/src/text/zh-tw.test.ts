import { minutes } from '@highwater/core'
import { alertEvents } from '@highwater/core/alert'
import { messageKinds } from '@highwater/core/notify'
import { expect, it } from 'vitest'
import { digestPhrases } from './digest-phrases.ts'
import { zhCn } from './zh-cn.ts'
import { zhTw } from './zh-tw.ts'

/** Every text of a language: its functions are called with stand-ins. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const spoken = [
  ...textsIn(zhTw),
  ...textsIn(digestPhrases['zh-TW']),
  ...alertEvents.map((event) => zhTw.sentence(event, '1', '2', null)),
  ...messageKinds.flatMap((kind) =>
    kind === 'digest' ? [] : [zhTw.state(kind, 2, true), zhTw.state(kind, 0, false)],
  ),
  zhTw.turned(2),
  zhTw.detectedLate('1'),
  zhTw.lasted('1'),
  zhTw.measured(minutes(90)),
  zhTw.roughly(minutes(90)),
  zhTw.testSentence('a', 'b'),
  zhTw.resetSentence(30),
  digestPhrases['zh-TW'].headline(2),
  digestPhrases['zh-TW'].more(2),
  ...Object.values(digestPhrases['zh-TW'].why).map((say) => say({ subscription: 'a', group: 'b' })),
  digestPhrases['zh-TW'].cameAndWent(2, null),
]

it('Messages for Taiwan hold no sign that is written there in another way', () => {
  const simplified =
    /[时间开关发这说见负责门签护长经续结为项数据设复条达讯号与对应单订阅击迁远轻现实类级别们从动点处网络询问题员闻变还连过选险验证丢压厂]/u
  for (const text of spoken) expect(text).not.toMatch(simplified)
})

it('Messages for Taiwan speak of its own things by the words used there', () => {
  const mainland = /告警|級別|数据|信息|消息|項目|默認|信號|內存|通過|訂制|控制台|服務器/u
  for (const text of spoken) expect(text).not.toMatch(mainland)
  expect(Object.keys(zhTw.closed)).toEqual(Object.keys(zhCn.closed))
})
