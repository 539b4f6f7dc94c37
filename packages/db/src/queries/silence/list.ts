import { isId, parseInput, type SilenceId, type UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { type SilenceKind, silenceKinds } from '@highwater/core/silence'
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { silence } from '../../schema/index.ts'
import {
  decodeCursor,
  encodeCursor,
  type Page,
  pageFields,
  rowAfter,
  timeAndId,
  toPage,
} from '../cursor.ts'
import { idInput, referenceInput, searchInput } from '../inputs.ts'
import { foundOne, notFound } from '../not-found.ts'
import { contains } from '../search.ts'
import { departmentVisibleTo } from '../visible.ts'
import {
  isInEffect,
  type SilenceItem,
  selectSilences,
  silenceStatuses,
  toSilenceItem,
} from './item.ts'

export const silenceFilterFields = {
  status: z.enum(silenceStatuses).optional(),
  /** Who made it: an id or an e-mail address. */
  creator: referenceInput.optional(),
  /** Only those that name this project. */
  project: idInput<'project'>().optional(),
  /** Part of the name or of the remark. */
  q: searchInput.optional(),
}

export const listSilencesInput = z.strictObject({
  kind: z.enum(silenceKinds).optional(),
  ...silenceFilterFields,
  ...pageFields,
})

type SilenceFilter = Omit<z.output<typeof listSilencesInput>, 'limit' | 'cursor'>

function statusCondition(status: SilenceFilter['status']): SQL | undefined {
  switch (status) {
    case undefined:
      return undefined
    case 'in_effect':
      return isInEffect
    case 'upcoming':
      return and(isNotNull(silence.nextChangeAt), sql`not ${isInEffect}`)
    case 'ended':
      return isNull(silence.nextChangeAt)
  }
}

const ofCreator = (reference: string): SQL =>
  isId(reference)
    ? eq(silence.createdBy, reference as UserId)
    : sql`${silence.createdBy} = (select id from account where email = ${reference.toLowerCase()})`

/** What the index over names has, word for word. */
const searchedText = sql`${silence.name} || ' ' || coalesce(${silence.remark}, '')`

const visibleTo = (viewer: Actor): SQL | undefined =>
  and(
    isNull(silence.deletedAt),
    departmentVisibleTo(viewer, silence.departmentId, { shared: true }),
  )

const order = '-createdAt'

/** One page of the silences that the viewer may see, newest first. */
export async function listSilences(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listSilencesInput> = {},
): Promise<Page<SilenceItem>> {
  const { limit, cursor, ...filter } = parseInput(listSilencesInput, rawInput)
  const after = decodeCursor(cursor, order, timeAndId)
  const rows = await selectSilences(
    db.orm,
    viewer,
    and(
      visibleTo(viewer),
      filter.kind && eq(silence.kind, filter.kind),
      statusCondition(filter.status),
      filter.creator === undefined ? undefined : ofCreator(filter.creator),
      filter.project === undefined
        ? undefined
        : sql`${silence.projectIds} @> array[${filter.project}]::uuid[]`,
      filter.q === undefined ? undefined : contains(searchedText, filter.q),
      rowAfter([sql`${silence.createdAt}`, sql`${silence.id}`], after, 'descending'),
    ),
  )
    .orderBy(desc(silence.createdAt), desc(silence.id))
    .limit(limit + 1)
  return toPage(rows, limit, toSilenceItem, (row) => encodeCursor(order, [row.createdAt, row.id]))
}

/** @throws AppError `not_found`, also for what the viewer may not see */
export async function getSilence(
  db: Database,
  viewer: Actor,
  id: SilenceId,
  kind?: SilenceKind,
): Promise<SilenceItem> {
  if (!isId(id)) throw notFound('silence')
  const ofKind = kind === undefined ? undefined : eq(silence.kind, kind)
  const rows = await selectSilences(
    db.orm,
    viewer,
    and(visibleTo(viewer), eq(silence.id, id), ofKind),
  )
  return toSilenceItem(foundOne(rows, 'silence'))
}
