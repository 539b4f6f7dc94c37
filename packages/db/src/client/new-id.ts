import type { Id } from '@highwater/core'
import { v7 } from 'uuid'

/** Version 7: its time prefix keeps new rows together at one end of the index. */
export const newId = <Name extends string>(): Id<Name> => v7() as Id<Name>
