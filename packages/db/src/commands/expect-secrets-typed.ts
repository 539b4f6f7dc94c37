import { receiversOf } from '@highwater/channels/catalog'
import { AppError } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { namesOfSet } from './merge-settings.ts'

type Settings = Readonly<Record<string, unknown>>

interface Sealable {
  readonly config: Settings
  readonly secrets: Settings
}

const message = 'These settings name another receiver: type this secret again.'

/** A program that may do everything keeps the secrets itself, and moves channels to other gateways. */
const mayMoveSecrets = (actor: Actor): boolean => actor.type === 'token' && actor.scope === 'admin'

/**
 * Stored secrets go to whom they were typed for. Otherwise whoever may change what they belong to, or
 * test it, could point it at a server of their own and read there what nobody is shown.
 * @param kept where the secrets stand that nobody typed, such as `secrets.password`
 * @throws AppError `invalid_input` that names them
 */
export function expectKnownReceivers(
  actor: Actor,
  kept: readonly string[],
  before: readonly string[],
  after: readonly string[],
): void {
  if (kept.length === 0 || mayMoveSecrets(actor)) return
  if (after.every((place) => before.includes(place))) return
  const faults = kept.map((path) => ({ path, message }))
  throw new AppError('invalid_input', message, { faults })
}

/**
 * The same for what has its settings in `config` and `secrets`.
 * @throws AppError `invalid_input` that names the secrets to be typed
 */
export function expectSecretsTyped(
  actor: Actor,
  stored: Sealable,
  submitted: Settings | undefined,
  settings: Sealable,
): void {
  const kept = namesOfSet(stored.secrets).filter((name) => !Object.hasOwn(submitted ?? {}, name))
  expectKnownReceivers(
    actor,
    kept.map((name) => `secrets.${name}`),
    receiversOf(stored.config, stored.secrets),
    receiversOf(settings.config, settings.secrets),
  )
}
