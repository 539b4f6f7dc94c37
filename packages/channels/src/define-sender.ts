import { faultsOf } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { AddressedMessage } from '@highwater/core/notify'
import type { z } from 'zod'
import type { ChannelIo, ChannelSender, ChannelTarget } from './io.ts'
import type { ChannelKind, RenderedPayload } from './kind.ts'
import { detailWithout } from './outcome/attempt-detail.ts'
import { withExplainedDetail } from './outcome/explain-detail.ts'
import { stringsIn } from './redaction/redact.ts'

/** A channel's settings as they are stored, and its cluster's: parsed again for each portion of messages. */
export type StoredSettings = ChannelTarget<unknown, unknown>

/** A sender as the registry holds it: the types of its settings are checked inside. */
export interface RegisteredSender {
  readonly kind: string
  deliver(addressed: AddressedMessage, stored: StoredSettings, io: ChannelIo): Promise<SendOutcome>
}

/** Every secret that an attempt could show. */
export const secretsIn = ({ secrets, cluster }: StoredSettings): readonly string[] =>
  stringsIn([secrets, cluster?.secrets])

export const invalidSettings = (message: string, stored: StoredSettings): SendOutcome => ({
  kind: 'rejected',
  fault: 'settings',
  detail: detailWithout(secretsIn(stored))('invalid-settings', {
    providerMessage: message,
  }),
})

/** Where a message goes, as its kind reads the settings, or what is wrong with them. */
function checkSettings<
  Config extends z.ZodType,
  Secrets extends z.ZodType,
  Payload extends RenderedPayload,
>(
  kind: ChannelKind<Config, Secrets, Payload>,
  stored: StoredSettings,
): ChannelTarget<z.output<Config>, z.output<Secrets>> | string {
  const config = kind.config.safeParse(stored.config)
  const secrets = kind.secrets.safeParse(stored.secrets)
  if (!config.success || !secrets.success) {
    const errors = [config.error, secrets.error].flatMap((error) => (error ? faultsOf(error) : []))
    return errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
  }
  const settings = { config: config.data, secrets: secrets.data }
  const [fault] = kind.check(settings)
  return fault ? `${fault.path}: ${fault.message}` : { ...settings, cluster: stored.cluster }
}

/** Joins a kind and its sender while their types are known; outside, all kinds look the same. */
export function defineSender<
  Config extends z.ZodType,
  Secrets extends z.ZodType,
  Payload extends RenderedPayload,
>(
  kind: ChannelKind<Config, Secrets, Payload>,
  sender: ChannelSender<z.output<Config>, z.output<Secrets>, Payload>,
): RegisteredSender {
  // The messages of one portion share what is stored, and are checked once; gone with it.
  const known = new WeakMap<StoredSettings, ReturnType<typeof check>>()
  const check = (stored: StoredSettings) => checkSettings(kind, stored)
  return {
    kind: kind.kind,
    async deliver(addressed, stored, io) {
      const target = known.get(stored) ?? check(stored)
      known.set(stored, target)
      if (typeof target === 'string') return invalidSettings(target, stored)
      io.watch?.reached('settings', null)
      return sender.send(kind.render(withExplainedDetail(addressed), target.config), target, io)
    },
  }
}
