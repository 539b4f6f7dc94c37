import type { Page } from '@playwright/test'

/**
 * As if the reader looked elsewhere while a message is shown: it and those after it stay until they are
 * back. On a busy machine a message would be gone before the next step.
 */
export const keepToasts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.dispatchEvent(new Event('blur'))
  })
