import { type Candidate, type Candidates, emailIn } from '@highwater/core/sign-in'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { account, identity } from '../../schema/index.ts'
import type { PresentedIdentity } from './presented-identity.ts'

export type Who = Pick<PresentedIdentity, 'provider' | 'subject'>

const columns = { id: account.id, disabledAt: account.disabledAt }
type Row = Pick<typeof account.$inferSelect, 'id' | 'disabledAt'>

const candidate = (row: Row | undefined): Candidate | null =>
  row === undefined ? null : { id: row.id, isDisabled: row.disabledAt !== null }

export const isIdentity = ({ provider, subject }: Who) =>
  and(
    eq(identity.provider, provider.key),
    eq(identity.issuer, provider.issuer),
    eq(identity.subject, subject),
  )

/** Which accounts somebody may be; they stay as they are until the transaction ends. */
export async function findCandidates(
  tx: Transaction,
  who: Who & Pick<PresentedIdentity, 'claims'>,
): Promise<Candidates> {
  const [known] = await tx
    .select(columns)
    .from(identity)
    .innerJoin(account, eq(account.id, identity.userId))
    .where(isIdentity(who))
    .for('no key update')
  const email = emailIn(who.claims)
  const [sameEmail] =
    email === null
      ? []
      : await tx.select(columns).from(account).where(eq(account.email, email)).for('no key update')
  return { known: candidate(known), sameEmail: candidate(sameEmail) }
}
