import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { publish } from '../client/topics.ts'
import { auditOf } from '../commands/audit-terms.ts'
import { recordAudit } from '../commands/record-audit.ts'
import { workersWithout } from './holders.ts'
import { keyIdAt, type SealedPlace, sealedPlaces, textAt } from './places.ts'

export interface ResealReport {
  readonly resealed: number
  /** Texts that claim to be sealed with one of our keys, and are not. */
  readonly unopened: number
  /** There was a full portion somewhere: more may wait. */
  readonly more: boolean
}

interface Resealed {
  readonly row_id: string
  readonly keyId: string
  readonly text: string
}

interface SealedRow extends Record<string, unknown> {
  readonly row_id: string
  readonly text: string
}

function resealText({ row_id, text }: SealedRow, sealer: Sealer): Resealed[] {
  try {
    return [{ row_id, keyId: text.split(':', 1)[0] ?? '', text: sealer.seal(sealer.open(text)) }]
  } catch {
    return []
  }
}

/**
 * Rows that somebody is changing are left for the next round: nobody is waited for, and what is
 * written meanwhile is never overwritten with what it was before.
 */
const takeRows = (tx: Transaction, place: SealedPlace, older: SQL, limit: number) =>
  tx.execute<SealedRow>(sql`
    select ${sql.identifier(place.key)} as row_id, ${textAt(place)} as text
    from ${sql.identifier(place.table)}
    where ${keyIdAt(place)} in (${older}) order by 1 limit ${limit}
    for no key update skip locked`)

const written = ({ column, inside }: SealedPlace): SQL =>
  inside === undefined
    ? sql`t.text`
    : sql`jsonb_set(${sql.identifier(column)}, array[${inside}::text], to_jsonb(t.text))`

/** The row's version stays: to whoever edits it nothing has changed. */
const writeRows = (tx: Transaction, place: SealedPlace, rows: readonly Resealed[]) =>
  tx.execute(sql`
    update ${sql.identifier(place.table)} set ${sql.identifier(place.column)} = ${written(place)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (row_id uuid, text text)
    where ${sql.identifier(place.key)} = t.row_id`)

async function noteInAudit(tx: Transaction, sealer: Sealer, rows: readonly Resealed[]) {
  const initiator = {
    actor: { type: 'system', job: 'reseal' } as const,
    actorName: 'Highwater',
    origin: { id: randomUUID(), ip: null, userAgent: null },
    sealer,
    now: await readNow(tx),
  }
  const subject = { id: '1', name: 'Highwater' }
  const before = { sealedWith: [...new Set(rows.map(({ keyId }) => keyId))].sort() }
  const after = { sealedWith: [sealer.keyIds[0]], texts: rows.length }
  await recordAudit(tx, initiator, 'reseal', { subject }, [
    auditOf('reseal', subject, { before, after }),
  ])
  await publish(tx, ['audit'])
}

/**
 * Seals secrets again that an older key of HIGHWATER_SECRET has sealed, a portion of every place at a
 * time. It waits until every worker holds the newest key: one that cannot open a channel's secrets
 * could not send through it.
 */
export async function resealSecrets(
  db: Database,
  sealer: Sealer,
  portion: number,
): Promise<ResealReport> {
  const [newest, ...olderIds] = sealer.keyIds
  const nothing: ResealReport = { resealed: 0, unopened: 0, more: false }
  if (newest === undefined || olderIds.length === 0) return nothing
  const older = sql.join(
    olderIds.map((id) => sql`${id}`),
    sql`, `,
  )
  return db.orm.transaction(async (tx) => {
    if ((await workersWithout(tx, newest)) > 0) return nothing
    const all: Resealed[] = []
    let taken = 0
    let more = false
    for (const place of sealedPlaces) {
      const rows = await takeRows(tx, place, older, portion)
      const resealed = rows.flatMap((row) => resealText(row, sealer))
      if (resealed.length > 0) await writeRows(tx, place, resealed)
      all.push(...resealed)
      taken += rows.length
      more ||= resealed.length === portion
    }
    if (all.length > 0) await noteInAudit(tx, sealer, all)
    return { resealed: all.length, unopened: taken - all.length, more }
  })
}
