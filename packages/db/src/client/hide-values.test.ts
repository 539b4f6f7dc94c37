import { inspect } from 'node:util'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { account, project } from '../schema/index.ts'
import { connect } from './connect.ts'
import { newId } from './new-id.ts'
import { readNow } from './now.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const secret = 'what-no-log-may-keep'

const failureOf = (act: PromiseLike<unknown>): Promise<Error> =>
  Promise.resolve(act).then(
    () => Promise.reject(new Error('it went well')),
    (error: Error) => error,
  )

test('the error of a failed question tells neither its values nor the row that did not fit', async () => {
  const { orm } = fresh.db
  const values = {
    id: newId<'user'>(),
    email: `${secret}@example.com`,
    displayName: secret,
    role: 'user' as const,
    passwordHash: secret,
    createdAt: await orm.transaction(readNow),
  }
  await orm.insert(account).values(values)
  const taken = { ...values, id: newId<'user'>() }
  const gone = connect(fresh.url, { name: 'gone', maxConnections: 1 })
  await gone.close()
  const unanswered = gone.orm.select().from(project).where(eq(project.pingToken, secret))
  for (const [act, code] of [
    [orm.insert(account).values(taken), '23505'],
    [unanswered, 'CONNECTION_ENDED'],
  ] as const) {
    const error = await failureOf(act)
    expect(error.message).toContain('Failed query')
    expect(inspect(error, { depth: 9 })).not.toContain(secret)
    expect(error.cause).toMatchObject({ code })
  }
})
