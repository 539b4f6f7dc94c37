import { AppError } from '@highwater/core'
import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'

/** The one thing that a page is about, or the page that says there is nothing here. */
export async function orNotFound<Thing>(reading: Promise<Thing>): Promise<Thing> {
  try {
    return await reading
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error
    if (cause instanceof AppError && cause.code === 'not_found') notFound()
    throw error
  }
}
