import { signalInput, signalLimits } from '@highwater/core/project'
import { z } from 'zod'

/** The body of `POST /signals`. The items are judged one by one further in: a bad one spoils no other. */
export const signalBody = z.strictObject({
  signals: z
    .array(z.unknown().meta({ ...z.toJSONSchema(signalInput, { io: 'input' }) }))
    .max(signalLimits.batch, `Send at most ${signalLimits.batch} signals at once.`),
})
