/** What says a fault: a control that has one, the words under it, or a notice. */
const faultMarks = '[aria-invalid="true"], [data-fault], [role="alert"]'
const focusable = 'input:not([type="hidden"]), select, textarea, button'

/** Entries of one list share a field, which says the first of their faults. */
const fieldOf = (path: string): string => path.replace(/\[.*$/, '')

/**
 * The faults that a refused form says nowhere, because it draws no field for them. What says a fault
 * in other words than the server is marked with its path.
 */
export function untoldFaults(
  fieldErrors: Readonly<Record<string, string>>,
  said: readonly { readonly path: string; readonly text: string }[],
): readonly string[] {
  const isTold = (path: string, fault: string) =>
    said.some(({ path: at, text }) => at === path || text.includes(fault))
  const faults = Object.entries(fieldErrors)
  const told = new Set(faults.filter((fault) => isTold(...fault)).map(([path]) => fieldOf(path)))
  return [...new Set(faults.filter(([path]) => !told.has(fieldOf(path))).map(([, fault]) => fault))]
}

/** What a form says of its faults now. */
export const faultsSaid = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLElement>('[data-fault], [role="alert"]')].map((mark) => ({
    path: mark.dataset.fault ?? '',
    text: mark.textContent,
  }))

/** Brings the first fault into view and to the reader's ears; false where none is drawn. */
export function showFirstFault(form: HTMLFormElement): boolean {
  const fault = form.querySelector<HTMLElement>(faultMarks)
  if (fault === null) return false
  let fold = fault.closest('details')
  while (fold !== null) {
    fold.open = true
    fold = fold.parentElement?.closest('details') ?? null
  }
  if (fault.matches(focusable)) {
    fault.focus()
    return true
  }
  fault.tabIndex = -1
  fault.focus({ preventScroll: true })
  fault.scrollIntoView({ block: 'nearest' })
  return true
}
