import { minutes, seconds } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { telegramConfig, telegramSecrets } from './config.ts'
import { telegramFaults } from './faults.ts'
import { telegramFields } from './fields.ts'
import { telegramReasons } from './reasons.ts'
import { maxBytes, renderTelegram } from './render.ts'

export const telegram = defineKind({
  kind: 'telegram',
  place: 90,
  sign: 'robot',
  label: { 'zh-CN': 'Telegram', en: 'Telegram' },
  summary: {
    'zh-CN': '通过机器人把告警发到 Telegram 群组、频道或个人。',
    en: 'Sends alerts to a Telegram group, channel or person through a bot.',
  },
  config: telegramConfig,
  secrets: telegramSecrets,
  fields: telegramFields,
  example: { chatId: '-1001234567890' },
  capabilities: { formats: ['html'], mentions: [], threads: true, repeatsSafely: false },
  limits: {
    maxBytes,
    // About one a second into a chat, and 20 a minute into a group.
    rate: [
      { count: 1, per: seconds(1) },
      { count: 18, per: minutes(1) },
    ],
  },
  reasons: telegramReasons,
  chineseFaults: telegramFaults,
  check: () => [],
  // Its limits are those of the chat, not of the bot.
  robotOf: ({ config: { chatId }, secrets }) => ({ chatId, bot: secrets.botToken }),
  render: renderTelegram,
})
