import type { z } from 'zod'

/** An answer's text as the schema reads it; null when it is not JSON of that form. */
export function readJson<Read extends z.ZodType>(
  text: string,
  schema: Read,
): z.output<Read> | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
