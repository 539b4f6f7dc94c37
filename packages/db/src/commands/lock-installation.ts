import type { Transaction } from '../client/connect.ts'
import { installation } from '../schema/index.ts'

/**
 * Lets one writer at a time decide what holds for the whole installation. Whatever is read after it
 * has been seen by nobody else who means to change it.
 */
export async function lockInstallation(tx: Transaction) {
  const [row] = await tx.select().from(installation).for('no key update')
  if (!row) throw new Error('There is no installation: the migrations have not been run.')
  return row
}
