/** Languages in which the console exists. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** Languages in which messages to channels exist. */
export const messageLocales = ['zh-CN', 'zh-TW', 'en'] as const
export type MessageLocale = (typeof messageLocales)[number]

/** A text in every language; a missing one is a type error. */
export type Localized = Readonly<Record<Locale, string>>

/** The same for what messages say too. */
export type MessageLocalized = Readonly<Record<MessageLocale, string>>
