const headings = 'h1, h2, h3, legend'

/** The form that stands where one was taken away, such as that of the next version. */
const successorOf = (place: Element | undefined, index: number): HTMLElement | null => {
  const there = place?.children[index]
  return there instanceof HTMLFormElement
    ? there.querySelector<HTMLElement>('button[type="submit"]')
    : null
}

function whatRemains(around: readonly Element[], index: number): HTMLElement | null {
  const [place] = around
  if (place?.isConnected) {
    const successor = successorOf(place, index)
    if (successor !== null) return successor
  }
  const near = around.find((each) => each.isConnected && each.querySelector(headings) !== null)
  return near?.querySelector<HTMLElement>(headings) ?? document.querySelector<HTMLElement>('h1')
}

/**
 * To be called before a form goes that has the focus: when nobody else takes it, what came in its
 * place does, or the nearest heading of the page. The page stays where it was scrolled to.
 */
export function keepFocus(form: HTMLFormElement): void {
  const around: Element[] = []
  const page = form.closest('main')
  for (let at = form.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    around.push(at)
    if (at === page) break
  }
  const index = around[0] === undefined ? 0 : [...around[0].children].indexOf(form)
  // A dialog that closes gives the focus back a moment later.
  requestAnimationFrame(() =>
    setTimeout(() => {
      const at = document.activeElement
      if (at !== null && at !== document.body) return
      const target = whatRemains(around, index)
      if (target === null) return
      if (!target.matches('button')) target.tabIndex = -1
      target.focus({ preventScroll: true })
    }),
  )
}
