import { startDingTalkFake, startWebhookFake } from '@highwater/channels/testing'
import type { Database, Sealer } from '@highwater/db/client'
import { seedChannel } from '@highwater/db/testing'
import { createPassages, type Passages } from './passages.ts'

export interface Receivers {
  /** The receiver without a budget, whose figures count. */
  readonly webhook: Passages
  /** What the robot, which takes no more than its budget, has been told so far (performance.now). */
  readonly robotArrivals: () => readonly { readonly name: string; readonly at: number }[]
  readonly close: () => Promise<void>
}

interface WebhookBody {
  readonly type: string
  readonly data: { readonly project?: { readonly name: string } | null }
}

/** As seeded projects are called; a robot's Markdown may escape the hyphens. */
const projectName = /project-\d+-\d+/

/** Starts a webhook receiver and a DingTalk robot, and makes a channel to each. */
export async function startReceivers(db: Database, sealer: Sealer): Promise<Receivers> {
  const webhook = createPassages()
  const endpoint = await startWebhookFake({
    answer({ text }) {
      const { type, data }: WebhookBody = JSON.parse(text)
      if (type === 'alert.firing' && data.project) {
        webhook.arrived(data.project.name, performance.now())
      }
      return { status: 200, body: '{"ok":true}' }
    },
  })
  const gateway = await startDingTalkFake({
    token: 'bench',
    limitPerMinute: Number.POSITIVE_INFINITY,
  })
  await seedChannel(db, { kind: 'webhook', config: { url: endpoint.url }, secrets: {}, sealer })
  await seedChannel(db, { config: { baseUrl: gateway.url }, secrets: { webhook: 'bench' }, sealer })
  return {
    webhook,
    robotArrivals: () =>
      gateway.requests().flatMap(({ at, text }) => {
        const name = projectName.exec(text.replaceAll('\\', ''))?.[0]
        return name === undefined ? [] : [{ name, at: at - performance.timeOrigin }]
      }),
    async close() {
      await Promise.all([endpoint.close(), gateway.close()])
    },
  }
}
