/** Gives the focus to the page's heading if nobody has it; the page stays where it was scrolled to. */
export function focusHeading(): void {
  const at = document.activeElement
  if (at !== null && at !== document.body) return
  const heading = document.querySelector<HTMLElement>('h1')
  if (heading === null) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
