import type { BrowserContext, Page } from '@playwright/test'

const remember = (context: BrowserContext, url: string, name: string, value: string) =>
  context.addCookies([{ name, value, url }])

/** As if the reader had chosen the language before. */
export const inLanguage = (context: BrowserContext, url: string, language: 'zh-CN' | 'en') =>
  remember(context, url, 'highwater_locale', language)

/** As if the reader had chosen the theme before. */
export const inTheme = (context: BrowserContext, url: string, theme: 'light' | 'dark') =>
  remember(context, url, 'highwater_theme', theme)

/** Changes the theme as the page's own switch does, and at once: colours on their way deceive axe. */
export const showTheme = (page: Page, theme: string): Promise<void> =>
  page.evaluate((name) => {
    const still = new CSSStyleSheet()
    still.replaceSync('* { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets = [still]
    document.documentElement.dataset.theme = name
  }, theme)
