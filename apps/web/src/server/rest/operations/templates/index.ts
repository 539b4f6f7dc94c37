import type { Operation } from '../../define-operation.ts'
import { createTemplateOperation } from './create.ts'
import { deleteTemplateOperation } from './delete.ts'
import { getTemplateOperation } from './get.ts'
import { listTemplatesOperation } from './list.ts'
import { previewTemplateOperation } from './preview.ts'
import { updateTemplateOperation } from './update.ts'
import { listTemplateVariablesOperation } from './variables.ts'
import { listTemplateVersionsOperation, restoreTemplateVersionOperation } from './versions.ts'

export const templateOperations: readonly Operation[] = [
  listTemplatesOperation,
  createTemplateOperation,
  previewTemplateOperation,
  getTemplateOperation,
  updateTemplateOperation,
  deleteTemplateOperation,
  listTemplateVersionsOperation,
  restoreTemplateVersionOperation,
  listTemplateVariablesOperation,
]
