/** Sends messages through channels of any kind. For Node only. */
import { faultsOf, instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { AddressedMessage } from '@highwater/core/notify'
import type { z } from 'zod'
import { dingtalk } from './dingtalk/kind.ts'
import { dingtalkSender } from './dingtalk/send.ts'
import { email } from './email/kind.ts'
import { emailSender } from './email/send.ts'
import type { ChannelIo, ChannelSender } from './io.ts'
import type { ChannelKind, ChannelSettings, RenderedPayload } from './kind.ts'
import { detailWithout } from './outcome/attempt-detail.ts'
import { stringsIn } from './redaction/redact.ts'
import { webhook } from './webhook/kind.ts'
import { webhookSender } from './webhook/send.ts'

/** A channel's settings as they are stored: parsed again before each use. */
export type StoredSettings = ChannelSettings<unknown, unknown>

type Deliver = (
  addressed: AddressedMessage,
  stored: StoredSettings,
  io: ChannelIo,
) => Promise<SendOutcome>

const invalidSettings = (message: string, stored: StoredSettings): SendOutcome => ({
  kind: 'rejected',
  fault: 'settings',
  detail: detailWithout(stringsIn(stored.secrets))('invalid-settings', {
    providerMessage: message,
  }),
})

/** Joins a kind and its sender while their types are known; outside, all kinds look the same. */
function delivery<
  Config extends z.ZodType,
  Secrets extends z.ZodType,
  Payload extends RenderedPayload,
>(
  kind: ChannelKind<Config, Secrets, Payload>,
  sender: ChannelSender<z.output<Config>, z.output<Secrets>, Payload>,
): readonly [string, Deliver] {
  const deliver: Deliver = async (addressed, stored, io) => {
    const config = kind.config.safeParse(stored.config)
    const secrets = kind.secrets.safeParse(stored.secrets)
    if (!config.success || !secrets.success) {
      const errors = [config.error, secrets.error].flatMap((error) =>
        error ? faultsOf(error) : [],
      )
      return invalidSettings(
        errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
        stored,
      )
    }
    const settings = { config: config.data, secrets: secrets.data }
    const [fault] = kind.check(settings)
    if (fault) return invalidSettings(`${fault.path}: ${fault.message}`, stored)
    return sender.send(kind.render(addressed, config.data), settings, io)
  }
  return [kind.kind, deliver]
}

const deliveries: ReadonlyMap<string, Deliver> = new Map([
  delivery(dingtalk, dingtalkSender),
  delivery(email, emailSender),
  delivery(webhook, webhookSender),
])

/**
 * Renders and sends one message through a channel. It never throws: a defect of ours becomes
 * `unknown` with the reason `unexpected`, because the message may have left before it.
 */
export async function sendThrough(
  kind: string,
  addressed: AddressedMessage,
  stored: StoredSettings,
  io: ChannelIo,
): Promise<SendOutcome> {
  try {
    const deliver = deliveries.get(kind)
    if (deliver === undefined) return invalidSettings(`There is no channel kind “${kind}”.`, stored)
    // Providers count whole milliseconds; a clock carried forward by a steady one has fractions.
    return await deliver(addressed, stored, { ...io, now: () => instant(Math.floor(io.now())) })
  } catch (error) {
    const providerMessage = error instanceof Error ? error.message : String(error)
    const detail = detailWithout(stringsIn(stored.secrets))('unexpected', { providerMessage })
    return { kind: 'unknown', detail }
  }
}

export type { ChannelIo, HttpPort, MailPort } from './io.ts'
export { createPorts, type Ports } from './network/ports.ts'
