import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startWecomRobotFake } from '../../testing/index.ts'
import { wecomRobotConfig } from './config.ts'

const key = '693a91f6-7a0c-4bc4-97a0-0ec2sifa5aaa'

for (const format of wecomRobotConfig.shape.format.unwrap().options) {
  channelContract({
    kind: 'wecom-robot',
    variant: format,
    isAnotherForm: format !== 'markdown',
    throttles: true,
    shortens: true,
    async start() {
      const robot = await startWecomRobotFake({ key, limitPerMinute: 1_000 })
      const mentionedUserIds = format === 'markdown_v2' ? [] : ['li.lei']
      const settings = {
        config: { baseUrl: robot.url, format, mentionedUserIds },
        secrets: { webhook: key },
      }
      return {
        settings,
        withWrongSecret: { ...settings, secrets: { webhook: 'wrong-0000' } },
        withPort: (port) => ({
          ...settings,
          config: { ...settings.config, baseUrl: `http://127.0.0.1:${port}` },
        }),
        secrets: [key, 'wrong-0000'],
        ...contractOf(robot, {
          refusal: { body: `{"errcode":40008,"errmsg":"invalid message type for key=${key}"}` },
          throttling: { body: '{"errcode":45009,"errmsg":"api freq out of limit"}' },
        }),
      }
    },
  })
}
