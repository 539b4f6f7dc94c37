/** Sends messages through channels of any kind. For Node only. */
import { instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { AddressedMessage } from '@highwater/core/notify'
import {
  invalidSettings,
  type RegisteredSender,
  type StoredSettings,
  secretsIn,
} from './define-sender.ts'
import type { ChannelIo } from './io.ts'
import { detailWithout } from './outcome/attempt-detail.ts'
import * as registered from './registry/senders.ts'

const senders: ReadonlyMap<string, RegisteredSender> = new Map(
  Object.values(registered).map((sender) => [sender.kind, sender]),
)

/**
 * Renders and sends one message through a channel. It never throws: a defect of ours becomes
 * `unknown` with the reason `unexpected`, because the message may have left before it.
 */
export function sendThrough(
  kind: string,
  addressed: AddressedMessage,
  stored: StoredSettings,
  io: ChannelIo,
): Promise<SendOutcome> {
  const sender = senders.get(kind)
  if (sender === undefined) {
    return Promise.resolve(invalidSettings(`There is no channel kind “${kind}”.`, stored))
  }
  // Providers count whole milliseconds; a clock carried forward by a steady one has fractions.
  const now = () => instant(Math.floor(io.now()))
  // Not awaited here: it would hold the message until the answer comes.
  return sender.deliver(addressed, stored, { ...io, now }).catch((error: unknown): SendOutcome => {
    const providerMessage = error instanceof Error ? error.message : String(error)
    const detail = detailWithout(secretsIn(stored))('unexpected', { providerMessage })
    return { kind: 'unknown', detail }
  })
}

export type { StoredSettings } from './define-sender.ts'
export type { AttemptWatch, ChannelIo, HttpPort, MailPort, ScriptPort } from './io.ts'
export type { Found, MemoryPort, Remembered } from './memory.ts'
export { createPorts, type Ports } from './network/ports.ts'
export { plainestConfig, plainestMessage } from './plainest.ts'
export { createScriptPort } from './scripts/script-port.ts'
