/** Where one signs in and then comes back to this path of the console. */
export const signInAddress = (wanted: string): string =>
  wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`
