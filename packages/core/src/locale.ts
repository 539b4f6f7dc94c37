/** Languages in which screens and messages exist. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text in every language; a missing one is a type error. */
export type Localized = Readonly<Record<Locale, string>>
