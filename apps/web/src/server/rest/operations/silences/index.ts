import { createMaintenanceWindowOperation, createSilenceOperation } from './create.ts'
import { deleteMaintenanceWindowOperation, deleteSilenceOperation } from './delete.ts'
import { endMaintenanceWindowOperation, endSilenceOperation } from './end.ts'
import { getMaintenanceWindowOperation, getSilenceOperation } from './get.ts'
import { listMaintenanceWindowsOperation, listSilencesOperation } from './list.ts'
import { previewMaintenanceWindowOperation, previewSilenceOperation } from './preview.ts'
import { updateMaintenanceWindowOperation, updateSilenceOperation } from './update.ts'

export const silenceOperations = [
  listSilencesOperation,
  createSilenceOperation,
  previewSilenceOperation,
  getSilenceOperation,
  updateSilenceOperation,
  deleteSilenceOperation,
  endSilenceOperation,
  listMaintenanceWindowsOperation,
  createMaintenanceWindowOperation,
  previewMaintenanceWindowOperation,
  getMaintenanceWindowOperation,
  updateMaintenanceWindowOperation,
  deleteMaintenanceWindowOperation,
  endMaintenanceWindowOperation,
] as const
