import { type ProjectId, seconds } from '@highwater/core'
import type { PersonRole } from '@highwater/core/person'
import type { FreshDatabase } from '../../../testing/fresh-database.ts'
import { type CommandContext, createChannel, setMailChannel } from '../../commands/index.ts'
import { claimNotifications } from '../deliver/claim.ts'

/** Messages to people: who is addressed, by which mail, and what became of it. */
export function peopleStoryOf(fresh: FreshDatabase, admin: CommandContext) {
  let mailChannels = 0
  async function nameMailChannel() {
    mailChannels += 1
    const { id } = await createChannel(admin, {
      name: `mail_${mailChannels}`,
      kind: 'email',
      config: {
        host: 'mail.example.com',
        port: 465,
        security: 'tls',
        from: { address: 'highwater@example.com' },
        to: ['everybody@example.com'],
      },
      saveUntested: true,
    })
    await setMailChannel(admin, { channel: id })
    return id
  }

  /** The subscription that is there from the start addresses these people, and every channel or none. */
  async function address(
    people: readonly PersonRole[],
    changes: { mention?: string; all?: boolean } = {},
  ) {
    const { mention = 'none', all = false } = changes
    const targets = { allChannels: all, channels: [], groups: [], people, period: null }
    const { sql } = fresh.db
    await sql`
      update subscription set mention = ${mention},
        levels = ${sql.json({ high: targets, medium: targets, low: targets } as never)}
      where is_default`
  }

  const claim = async () => {
    const { claimed } = await claimNotifications(fresh.db, {
      worker: 'w',
      limit: 50,
      perChannel: 50,
      busyChannels: [],
      consoleUrl: 'https://highwater.example',
      lease: seconds(30),
      rulesOf: () => [],
    })
    return claimed
  }

  /** What was written about the project: who was told by what, or why not. */
  async function outbox(project: ProjectId): Promise<string[]> {
    const rows = await fresh.db.sql<{ line: string }[]>`
      select concat_ws(' ', n.kind, c.kind, person.email, n.state, n.reason,
        n.reason_detail->>'person') as line
      from notification n join alert a on a.id = n.alert_id
      left join channel c on c.id = n.channel_id left join account person on person.id = c.person_id
      where a.project_id = ${project} order by n.sequence`
    return rows.map(({ line }) => line)
  }

  return { nameMailChannel, address, claim, outbox }
}
