import { countedAddress } from '@highwater/core/account'
import { auditRefusal, type CommandContext, type RefusedAttempt } from '@highwater/db/commands'
import type { Logger } from 'pino'

interface Limits {
  /** The same refusal is written down once in so long, and then how often it was repeated. */
  readonly windowMs: number
  /** So many refusals are told apart at a time; those of further callers are only counted. */
  readonly most: number
}

interface Counted {
  repeated: number
}

/** A person or a program by its id, a stranger by the address. */
const callerOf = ({ actor, origin }: CommandContext): string =>
  'id' in actor ? actor.id : `${actor.type} ${countedAddress(origin.ip ?? 'unknown')}`

/** Where there are too many callers to tell apart, nobody is named. */
const namingNobody = (context: CommandContext): CommandContext => ({
  ...context,
  actor: { type: 'anonymous' },
  actorName: 'others',
  origin: { ...context.origin, ip: null, userAgent: null },
})

/**
 * Writes refused attempts down that anybody can repeat at will, so that nobody can fill the audit with
 * them: the first at once, those like it as one number when the window is over. In each web process.
 */
export class RefusalNotes {
  readonly #log: Logger
  readonly #limits: Limits
  readonly #counted = new Map<string, Counted>()

  constructor(log: Logger, limits: Limits = { windowMs: 60_000, most: 1_000 }) {
    this.#log = log
    this.#limits = limits
  }

  async note(context: CommandContext, attempt: RefusedAttempt): Promise<void> {
    const { action, reason, resource } = attempt
    const what = [action, reason, resource?.subject?.id ?? '']
    const own = [callerOf(context), ...what].join(' ')
    const isCrowd = this.#counted.size >= this.#limits.most && !this.#counted.has(own)
    const key = isCrowd ? ['others', ...what].join(' ') : own
    const known = this.#counted.get(key)
    if (known !== undefined) {
      known.repeated += 1
      return
    }
    const shown = isCrowd ? namingNobody(context) : context
    this.#counted.set(key, { repeated: 0 })
    setTimeout(() => this.#close(key, shown, attempt), this.#limits.windowMs).unref()
    await auditRefusal(shown, attempt)
  }

  #close(key: string, context: CommandContext, attempt: RefusedAttempt): void {
    const { repeated = 0 } = this.#counted.get(key) ?? {}
    this.#counted.delete(key)
    if (repeated === 0) return
    auditRefusal(context, { ...attempt, repeated }).catch((error: unknown) => {
      this.#log.warn({ err: error, repeated }, 'refused attempts could not be audited')
    })
  }
}
