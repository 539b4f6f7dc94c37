import { Agent } from 'undici'
import { type Load, postsOf, warmUps } from './load.ts'
import type { Sink } from './start-sink.ts'

/** As many as one of our channels has connections. */
export const inFlight = 64

/** Posts per second of undici alone, warm, with the bytes of one of our messages. */
export async function rateOfUndici(sink: Sink, load: Load, body: string): Promise<number> {
  const agent = new Agent({ keepAliveTimeout: 60_000, connections: inFlight })
  const headers = { 'content-type': 'application/json' }
  const keepPosting = async (work: { left: number }) => {
    while (work.left > 0) {
      work.left -= 1
      const answer = await agent.request({
        origin: sink.url,
        path: '/',
        method: 'POST',
        headers,
        body,
      })
      await answer.body.dump()
    }
  }
  const post = async (count: number) => {
    await sink.reset()
    const work = { left: count }
    await Promise.all(Array.from({ length: inFlight }, () => keepPosting(work)))
    return sink.rateOf(count)
  }
  await post(warmUps * load.warmUp * load.channels)
  const rate = await post(postsOf(load))
  await agent.close()
  return rate
}
