import { AppError } from '@highwater/core'

function refusesCursor(error: unknown): boolean {
  if (error instanceof AppError) return error.faults.some(({ path }) => path === 'cursor')
  return error instanceof Error && error.cause !== undefined && refusesCursor(error.cause)
}

/** Where a list begins: at its start, or behind the last row of another page. */
interface Place {
  readonly cursor?: string
}

/**
 * Reads a page of a list at the cursor of its address. One that is damaged, or of another list, is
 * left out like any filter that does not exist, and the list begins at its start.
 */
export async function readAtCursor<Page>(
  cursor: string | undefined,
  read: (place: Place) => Promise<Page>,
): Promise<{ readonly page: Page; readonly cursor: string | undefined }> {
  if (cursor === undefined) return { page: await read({}), cursor }
  try {
    return { page: await read({ cursor }), cursor }
  } catch (error) {
    if (!refusesCursor(error)) throw error
    return { page: await read({}), cursor: undefined }
  }
}
