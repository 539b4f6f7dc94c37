import { z } from 'zod'

/** `@138-0000 0000` and `+86 13800000000` are what people paste; robots want bare digits. */
export const mobile = z
  .string()
  .transform((text) => text.replace(/^[@+]|[\s-]/g, '').replace(/^86(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^\d{5,15}$/, 'Write a mobile number: digits only.'))
