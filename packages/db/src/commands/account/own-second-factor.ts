import { AppError } from '@highwater/core'
import { needsSecondFactor } from '@highwater/core/account'
import { z } from 'zod'
import type { AccountRow } from '../../auth/let-in.ts'
import { readLocalPolicy } from '../../auth/local-policy.ts'
import { acceptCode, hasSecondFactor } from '../../auth/second-factor/accept-code.ts'
import { renewRecoveryCodes } from '../../auth/second-factor/recovery-codes.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '../../auth/second-factor/set-up-device.ts'
import type { Transaction } from '../../client/connect.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import { countingWrongProofs, expectUnlocked, WrongProof } from './count-wrong-proofs.ts'
import { loadPerson, personResource } from './load-person.ts'

const codeInput = z.strictObject({ code: z.string().trim().min(1, 'Type the code.').max(40) })

const own = {
  action: 'account.update',
  load: (tx: Transaction, _input: unknown, { actor }: ChangeContext) =>
    loadPerson(tx, personOf(actor)),
  resource: personResource,
} as const

const subjectOf = ({ id, email }: AccountRow) => ({ id, name: email })

async function proveByCode(
  tx: Transaction,
  person: AccountRow,
  code: string,
  context: ChangeContext,
): Promise<void> {
  expectUnlocked(person, context)
  if ((await acceptCode(tx, person.id, code, context.sealer, context.now)) !== null) return
  const message = 'This code is wrong or has been used. Wait for the next one and try again.'
  throw new WrongProof(person.id, 'wrong_code', 'code', message)
}

/** Begins the actor's second factor: what their app has to know. It counts once it is confirmed. */
export const beginOwnSecondFactor = defineCommand({
  ...own,
  input: z.strictObject({}),
  async change(tx, person, _input, { sealer, now }) {
    const result = await beginSecondFactor(tx, person, sealer, now)
    const draft = auditOf('account.update', subjectOf(person), {
      after: { secondFactor: 'begun' },
    })
    return { result, audit: [draft], topics: [] }
  },
})

/** Puts it in force with a first code, and answers the recovery codes, this once. */
export const confirmOwnSecondFactor = defineCommand({
  ...own,
  input: codeInput,
  async change(tx, person, { code }, { sealer, now }) {
    const recoveryCodes = await confirmSecondFactor(tx, person.id, code, {
      sealer,
      now,
      keep: null,
    })
    const draft = auditOf('account.update', subjectOf(person), {
      before: { secondFactor: 'none' },
      after: { secondFactor: 'in force' },
    })
    return { result: { recoveryCodes }, audit: [draft], topics: ['people'] }
  },
})

/** Replaces the actor's recovery codes by new ones. */
export const renewOwnRecoveryCodes = countingWrongProofs(
  defineCommand({
    ...own,
    input: codeInput,
    async change(tx, person, { code }, context) {
      await proveByCode(tx, person, code, context)
      const recoveryCodes = await renewRecoveryCodes(tx, person.id)
      const draft = auditOf('account.update', subjectOf(person), {
        after: { recoveryCodes: 'renewed' },
      })
      return { result: { recoveryCodes }, audit: [draft], topics: [] }
    },
  }),
)

/** Ends the actor's second factor, unless they have to have one. */
export const removeOwnSecondFactor = countingWrongProofs(
  defineCommand({
    ...own,
    input: codeInput,
    async change(tx, person, { code }, context) {
      const result = { id: person.id }
      if (!(await hasSecondFactor(tx, person.id))) return { result, unchanged: true }
      const { secondFactorFor } = await readLocalPolicy(tx)
      if (needsSecondFactor(person.role, secondFactorFor)) {
        throw new AppError('conflict', 'Your administrator asks for a second factor: keep it.')
      }
      await proveByCode(tx, person, code, context)
      await removeSecondFactor(tx, person.id)
      const draft = auditOf('account.update', subjectOf(person), {
        before: { secondFactor: 'in force' },
        after: { secondFactor: 'none' },
      })
      return { result, audit: [draft], topics: ['people'] }
    },
  }),
)
