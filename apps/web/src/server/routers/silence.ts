import {
  createMaintenanceWindow,
  createSilence,
  deleteSilence,
  endSilence,
  updateMaintenanceWindow,
  updateSilence,
} from '@highwater/db/commands'
import {
  getSilence,
  listSilences,
  previewMaintenanceWindow,
  previewSilence,
  readEndingSilences,
  silencesOverAlert,
  silencesOverProject,
} from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const silenceRouter = router({
  list: reads(listSilences),
  get: readsOne(getSilence),
  preview: reads(previewSilence),
  previewWindow: reads(previewMaintenanceWindow),
  overProject: readsOne(silencesOverProject),
  overAlert: readsOne(silencesOverAlert),
  /** The viewer's own that end soon while they hide something. */
  ending: shows(readEndingSilences),
  create: changes(createSilence),
  createWindow: changes(createMaintenanceWindow),
  update: changes(updateSilence),
  updateWindow: changes(updateMaintenanceWindow),
  end: changes(endSilence),
  remove: changes(deleteSilence),
})
