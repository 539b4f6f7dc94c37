import type { AddressedMessage } from '@highwater/core/notify'
import { explainReason } from './reasons.ts'

/**
 * Why a channel is down is stored as a code; whoever reads the message gets its sentence and what to
 * do.
 */
export function withExplainedDetail(addressed: AddressedMessage): AddressedMessage {
  const { message, locale } = addressed
  if (message.kind === 'test' || message.kind === 'digest') return addressed
  if (message.event !== 'channel_down' || message.detail === null) return addressed
  const { sentence, advice } = explainReason(message.detail)
  const detail = `${sentence[locale]}\n${advice[locale]}`
  return { ...addressed, message: { ...message, detail } }
}
