export const themeCookie = 'highwater_theme'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** The reader's theme; follows the system until they choose. */
export const themeFrom = (value: string | undefined): Theme =>
  themes.find((theme) => theme === value) ?? 'system'
