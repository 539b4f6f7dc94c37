import type { Page } from '@playwright/test'

/** The control that has the focus, in words, if nothing of it can be seen because something lies over it. */
const covered = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const control = document.activeElement
    if (control === null || control === document.body) return null
    const { left, right, top, bottom } = control.getBoundingClientRect()
    const places = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 2, top + 2],
      [right - 2, bottom - 2],
    ] as const
    const isSeen = places.some(([x, y]) => {
      const there = document.elementFromPoint(x, y)
      return there !== null && (control.contains(there) || there.closest('label') !== null)
    })
    return isSeen
      ? null
      : `${control.tagName} ${control.getAttribute('name') ?? control.textContent}`
  })

/** Goes through the page with this key, and says which controls were covered when they had the focus. */
export async function coveredOnTheWay(page: Page, key: 'Tab' | 'Shift+Tab', steps: number) {
  const found = new Set<string>()
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press(key)
    const control = await covered(page)
    if (control !== null) found.add(control)
  }
  return [...found]
}
