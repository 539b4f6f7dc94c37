/** The process serves; nothing else is asked. */
export const GET = (): Response => Response.json({ status: 'live' })
