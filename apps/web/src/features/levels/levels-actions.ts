'use server'

import {
  guardedLevels,
  type ProtectionLevelSettings,
  protectionLevelSettings,
} from '@highwater/core/policy'
import { revalidatePath } from 'next/cache'
import { answerForm } from '~/forms/answer-form.ts'
import type { LevelsFormState } from './levels-form-state.ts'
import { levelsFromForm } from './levels-from-form.ts'

/** What the conflict carries is parsed like everything else that crosses a border. */
function savedMeanwhile(current: unknown): LevelsFormState['saved'] {
  if (current === null || typeof current !== 'object' || !('version' in current)) return null
  const { version, ...settings } = current
  const parsed = protectionLevelSettings.safeParse(settings)
  return parsed.success && typeof version === 'number'
    ? { settings: parsed.data as ProtectionLevelSettings, version }
    : null
}

/** NaN stands for what could not be read; it cannot travel back to the page as JSON. */
const isReadable = (settings: ProtectionLevelSettings): boolean =>
  guardedLevels.every((level) => Number.isFinite(settings[level].latencySeconds))

/** Saves the alert settings as a new version. */
export async function saveLevels(
  before: LevelsFormState,
  form: FormData,
): Promise<LevelsFormState> {
  const settings = levelsFromForm(form)
  return answerForm<LevelsFormState>(before, {
    refused: (current) => ({
      saved: savedMeanwhile(current),
      version: null,
      posted: isReadable(settings) ? settings : null,
    }),
    async done(api) {
      const { version } = await api.policy.update({
        ...settings,
        version: Number(form.get('version')),
      })
      revalidatePath('/settings/alerts')
      return { saved: null, version, posted: null }
    },
  })
}
