import 'server-only'
import { readNowFrom } from '@highwater/db/client'
import { cache } from 'react'
import { services } from '~/server/services.ts'

/** The database's time at this request, from which ranges of a list count back. */
export const pageNow = cache(() => readNowFrom(services().db.sql))
