import type { AddressedMessage } from '@highwater/core/notify'
import { explainReason } from './reasons.ts'

/**
 * Why a channel is down is stored as a code; whoever reads the message gets its sentence and what to
 * do. Readers of Traditional Chinese get these in Simplified, in which they are kept.
 */
export function withExplainedDetail(addressed: AddressedMessage): AddressedMessage {
  const { message, locale } = addressed
  if (message.kind === 'test' || message.kind === 'digest') return addressed
  if (message.event !== 'channel_down' || message.detail === null) return addressed
  const { sentence, advice } = explainReason(message.detail)
  const language = locale === 'en' ? 'en' : 'zh-CN'
  const detail = `${sentence[language]}\n${advice[language]}`
  return { ...addressed, message: { ...message, detail } }
}
