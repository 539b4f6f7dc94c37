import { type Instant, millis, plus } from '../time.ts'

/** P4: "greater than" is strict, so a limit is exceeded one millisecond after it is reached. */
export const justAfter = (limit: Instant): Instant => plus(limit, millis(1))
