/** The look that every control for typing or choosing shares. */
export const controlStyle =
  'h-8 w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-base text-ink transition-colors tap max-sm:text-lg hover:border-ink-faint focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-firing'
