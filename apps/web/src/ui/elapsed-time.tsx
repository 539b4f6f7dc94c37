'use client'

import { useNow } from './clock.tsx'
import { HumanDuration } from './human-duration.tsx'

/** How long something has lasted, counting: "6 min 20 s". */
export function ElapsedTime({ since }: { readonly since: number }) {
  return <HumanDuration seconds={Math.max(0, Math.floor((useNow() - since) / 1_000))} />
}
