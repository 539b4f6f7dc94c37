import type { SubmittedSettings } from '~/forms/settings-from-form.ts'

/**
 * Names exactly these settings, as a test vouches for nothing else. It holds secrets that were just
 * typed, so it never leaves the page.
 */
export const settingsKey = ({ config, secrets }: SubmittedSettings): string =>
  JSON.stringify([config, secrets])
