import { readFileSync } from 'node:fs'
import { z } from 'zod'

const text = z.string()

const schema = z.looseObject({
  dingtalk: z.array(z.object({ secret: text, timestamp: text, sign: text, encoded: text })),
  feishu: z.array(z.object({ secret: text, timestamp: text, sign: text })),
  standardWebhooks: z.array(
    z.object({ secret: text, id: text, timestamp: z.number(), body: text, signature: text }),
  ),
  githubStyle: z.array(z.object({ secret: text, body: text, header: text })),
  ocpAkSk: z.array(z.object({ user: text, password: text, header: text })),
  negative: z.array(z.object({ secret: text, timestamp: text, wrong: text })),
})

/** Signatures that vendors and other projects have published, with their inputs. */
export const signatureVectors = schema.parse(
  JSON.parse(readFileSync(new URL('./signatures.json', import.meta.url), 'utf8')),
)
