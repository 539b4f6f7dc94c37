import { minutes } from '@highwater/core'
import { alertEvents } from '@highwater/core/alert'
import { messageKinds } from '@highwater/core/notify'
import { expect, it } from 'vitest'
import { reasonTexts } from '../outcome/reasons.ts'
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
  ...Object.values(reasonTexts).flatMap(({ sentence, advice }) => [
    sentence['zh-TW'],
    advice['zh-TW'],
  ]),
]

/** Big5 is what Taiwan writes with: no sign that is only simplified has a place in it. */
const big5 = new TextDecoder('big5')
const signs = new Set<string>()
for (let lead = 0xa4; lead <= 0xf9; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    for (const sign of big5.decode(new Uint8Array([lead, trail]))) signs.add(sign)
  }
}

it('Messages for Taiwan hold no sign that is written there in another way', () => {
  for (const text of spoken) {
    const strange = [...text].filter((sign) => /\p{Script=Han}/u.test(sign) && !signs.has(sign))
    expect(strange, text).toEqual([])
  }
})

it('Messages for Taiwan speak of its own things by the words used there', () => {
  const mainland =
    /告警|級別|信息|消息|(?<!警報)項目|默認|信號|內存|(?<!沒有)通過|訂制|控制台|服務器|網絡|設置|保存|支持|登錄|賬號|用戶(?!端)|端口|證書|令牌|郵箱|接口|腳本|模板|鏈接|響應|字段|反饋|運行|集群|重啟/u
  for (const text of spoken) expect(text).not.toMatch(mainland)
  expect(Object.keys(zhTw.closed)).toEqual(Object.keys(zhCn.closed))
})
