import { maskConfig, secretNames } from '@highwater/channels/catalog'
import { type Instant, isId, type UserId } from '@highwater/core'
import type { Actor, GlobalRole } from '@highwater/core/permissions'
import { type UnreachableReason, unreachableBecause } from '@highwater/core/person'
import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { mailboxKind } from '../../queue/outbox/open-mailboxes.ts'
import { account, channel, installation } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { permit } from '../permit.ts'
import { type Reader, readTogether } from '../reader.ts'
import { containsText } from '../search.ts'
import { type SecretsShown, showSecrets } from '../secrets-shown.ts'

/** A robot of a person's own, as it may be shown. */
export interface OwnRobot {
  readonly kind: string
  readonly enabled: boolean
  /** False while robots of this kind are switched off for everybody. */
  readonly isKindAllowed: boolean
  readonly config: Record<string, unknown>
  readonly secrets: SecretsShown
  readonly health: (typeof channel.$inferSelect)['health']
  readonly lastDeliveredAt: Instant | null
}

/** A person with the ways in which alerts reach them, and by which chats call them. */
export interface PersonItem {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly role: GlobalRole
  readonly isClosed: boolean
  readonly mobile: string | null
  readonly dingtalkUserId: string | null
  readonly feishuOpenId: string | null
  readonly wecomUserId: string | null
  /** Whether alerts go to their own e-mail address. */
  readonly mail: boolean
  readonly robots: readonly OwnRobot[]
  /** Null for a person whom alerts can reach. */
  readonly unreachable: UnreachableReason | null
  readonly version: number
}

const mostPeople = 1_000

const select = (db: Reader, condition: SQL | undefined) =>
  db
    .select({
      id: account.id,
      name: account.displayName,
      email: account.email,
      role: account.role,
      isClosed: sql<boolean>`${account.disabledAt} is not null`,
      mobile: account.mobile,
      dingtalkUserId: account.dingtalkUserId,
      feishuOpenId: account.feishuOpenId,
      wecomUserId: account.wecomUserId,
      version: account.version,
    })
    .from(account)
    .where(condition)
    .orderBy(asc(account.displayName), asc(account.id))
    .limit(mostPeople)

const readOwnChannels = (db: Reader, person?: UserId) =>
  db
    .select({
      person: channel.personId,
      kind: channel.kind,
      enabled: channel.enabled,
      isKindAllowed: channel.kindAllowed,
      config: channel.config,
      secretNames: channel.secretNames,
      health: channel.health,
      lastDeliveredAt: channel.lastDeliveredAt,
    })
    .from(channel)
    .where(
      and(
        isNull(channel.deletedAt),
        person === undefined ? isNotNull(channel.personId) : eq(channel.personId, person),
      ),
    )
    .orderBy(asc(channel.kind))

async function isMailOn(db: Reader): Promise<boolean> {
  const [mail] = await db
    .select({ enabled: sql<boolean>`${channel.enabled} and ${channel.kindAllowed}` })
    .from(installation)
    .innerJoin(channel, eq(channel.id, installation.mailChannelId))
  return mail?.enabled === true
}

type OwnChannel = Awaited<ReturnType<typeof readOwnChannels>>[number]

const robotOf = ({ person: _, secretNames: present, config, ...shown }: OwnChannel): OwnRobot => ({
  ...shown,
  config: maskConfig(config),
  secrets: showSecrets(secretNames(shown.kind), present),
})

async function readPeople(db: Reader, condition: SQL | undefined, one?: UserId) {
  const rows = await select(db, and(isNull(account.deletedAt), condition))
  const channels = Map.groupBy(await readOwnChannels(db, one), ({ person }) => person)
  const carried = await isMailOn(db)
  return rows.map((row): PersonItem => {
    const own = channels.get(row.id) ?? []
    const mailbox = own.find(({ kind }) => kind === mailboxKind)
    const mail = mailbox?.enabled ?? true
    const robots = own.filter(({ kind }) => kind !== mailboxKind).map(robotOf)
    const isMailCarried = carried && (mailbox?.isKindAllowed ?? true)
    const hasRobot = robots.some((robot) => robot.enabled && robot.isKindAllowed)
    const ways = { isClosed: row.isClosed, mail, isMailCarried, hasRobot }
    return { ...row, mail, robots, unreachable: unreachableBecause(ways) }
  })
}

/** @throws Refused */
export const permitPeople = (viewer: Actor, owner?: UserId): void =>
  permit(viewer, 'person.read', owner === undefined ? {} : { owner })

/** Everybody who has an account, by name. */
export async function listPeople(
  db: Database,
  viewer: Actor,
  { q }: { readonly q?: string } = {},
): Promise<PersonItem[]> {
  permitPeople(viewer)
  const matches =
    q === undefined || q === ''
      ? undefined
      : or(containsText(sql`${account.displayName}`, q), containsText(sql`${account.email}`, q))
  return readTogether(db, (tx) => readPeople(tx, matches))
}

/** One person: oneself, or anybody for those who see all. @throws AppError `not_found` */
export async function getPerson(db: Database, viewer: Actor, id: UserId): Promise<PersonItem> {
  if (!isId(id)) throw notFound('person')
  permitPeople(viewer, id)
  return readTogether(db, async (tx) =>
    foundOne(await readPeople(tx, eq(account.id, id), id), 'person'),
  )
}
