import type { Page } from '@playwright/test'

/**
 * Waits until the page's scripts listen to every control on it: what is clicked before is lost. React
 * leaves a property on each element that it has taken over from the server's text.
 */
const comeAlive = (page: Page) =>
  page.waitForFunction(
    () => {
      const controls = document.querySelectorAll(
        'button, input:not([type=hidden]), select, textarea',
      )
      return [...controls].every((control) =>
        Object.keys(control).some((key) => key.startsWith('__reactProps$')),
      )
    },
    undefined,
    { timeout: 15_000 },
  )

/** From now on opening a page, or opening it again, lasts until it has come alive. */
export function awaitLife(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (...given) => {
    const answer = await goto(...given)
    await comeAlive(page)
    return answer
  }
  const reload = page.reload.bind(page)
  page.reload = async (...given) => {
    const answer = await reload(...given)
    await comeAlive(page)
    return answer
  }
}
