import { deleteTagOperation } from './delete.ts'
import { listTagsOperation } from './list.ts'
import { renameTagOperation } from './rename.ts'

export const tagOperations = [listTagsOperation, renameTagOperation, deleteTagOperation]
