import type { SilenceId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getSilence } from '@highwater/db/queries'
import { toSilence, toWindow } from './silence-answer.ts'

/** The silence as it is now. */
export const readSilence = async ({ db, actor }: CommandContext, id: string) =>
  toSilence(await getSilence(db, actor, id as SilenceId, 'silence'))

/** The maintenance window as it is now. */
export const readWindow = async ({ db, actor }: CommandContext, id: string) =>
  toWindow(await getSilence(db, actor, id as SilenceId, 'maintenance'))
