import { Agent } from 'undici'
import type { Sink } from './start-sink.ts'

/** Posts per second of undici alone, with the bytes of one of our messages and as many under way as we allow. */
export async function rateOfUndici(
  sink: Sink,
  { posts, body, inFlight }: { posts: number; body: string; inFlight: number },
): Promise<number> {
  const agent = new Agent({ keepAliveTimeout: 60_000, connections: inFlight })
  const headers = { 'content-type': 'application/json' }
  let left = posts
  const keepPosting = async () => {
    while (left > 0) {
      left -= 1
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
  await sink.reset()
  await Promise.all(Array.from({ length: inFlight }, keepPosting))
  await agent.close()
  return sink.rateOf(posts)
}
