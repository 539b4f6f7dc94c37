import { expectStorable, parseInput } from '@highwater/core'
import type { AuditDraft } from '@highwater/core/audit'
import { type Action, can } from '@highwater/core/permissions'
import type { z } from 'zod'
import type { Transaction } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import { publish, type Topic } from '../client/topics.ts'
import { notFound } from '../queries/not-found.ts'
import type { ChangeContext, CommandContext } from './context.ts'
import { isDeadlock } from './database-fault.ts'
import { auditRefusal, recordAudit } from './record-audit.ts'
import { Refused, type Resource } from './refused.ts'

export type NonEmpty<T> = readonly [T, ...T[]]

/** A change that happened. Without an audit draft it does not type-check. */
export interface Changed<Out> {
  readonly result: Out
  readonly audit: NonEmpty<AuditDraft>
  readonly topics: readonly Topic[]
}

/** Nothing was different: no audit row, no notice. */
export interface Unchanged<Out> {
  readonly result: Out
  readonly unchanged: true
}

export interface CommandSpec<In extends z.ZodType, Facts, Out> {
  readonly action: Action
  readonly input: In
  /** Reads and locks what the change needs. @throws AppError `not_found` */
  readonly load: (tx: Transaction, input: z.output<In>, context: ChangeContext) => Promise<Facts>
  /** What the permission table must know of the thing that is changed. */
  readonly resource: (facts: Facts, input: z.output<In>, context: ChangeContext) => Resource
  /**
   * What a refusal says is missing, where a thing is loaded that the actor need not know of: a guessed
   * id is answered like one that there is not.
   */
  readonly hides?: string
  readonly change: (
    tx: Transaction,
    facts: Facts,
    input: z.output<In>,
    context: ChangeContext,
  ) => Promise<Changed<Out> | Unchanged<Out>>
}

export type Command<In extends z.ZodType, Out> = (
  context: CommandContext,
  input: z.input<In>,
) => Promise<Out>

/** A deadlock's victim has changed nothing: it may simply try again, but not for ever. */
const attempts = 3

async function inTransaction<Out>(
  context: CommandContext,
  work: (tx: Transaction) => Promise<Out>,
): Promise<Out> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await context.db.orm.transaction(work)
    } catch (error) {
      if (attempt === attempts || !isDeadlock(error)) throw error
    }
  }
}

/**
 * The only way to write on behalf of an actor: parse, load, permit, change, audit, publish, commit,
 * in this order and in one transaction. A refusal is audited too, in a transaction of its own.
 */
export function defineCommand<In extends z.ZodType, Facts, Out>(
  spec: CommandSpec<In, Facts, Out>,
): Command<In, Out> {
  return async (context, rawInput) => {
    const input = parseInput(spec.input, rawInput)
    expectStorable(rawInput)
    try {
      return await inTransaction(context, async (tx) => {
        const inside: ChangeContext = { ...context, now: await readNow(tx) }
        const facts = await spec.load(tx, input, inside)
        const resource = spec.resource(facts, input, inside)
        const decision = can(context.actor, spec.action, resource)
        if (!decision.allowed) throw new Refused(decision.because, resource)
        const outcome = await spec.change(tx, facts, input, inside)
        if ('unchanged' in outcome) return outcome.result
        await recordAudit(tx, inside, spec.action, resource, outcome.audit)
        await publish(tx, [...outcome.topics, 'audit'])
        return outcome.result
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { because: reason, resource } = error
      await auditRefusal(context, { action: spec.action, reason, resource })
      throw spec.hides === undefined ? error : notFound(spec.hides)
    }
  }
}
