/** The tab's icon while alerts wait: the water mark under a red disc with their number. */
export function signalIcon(count: number): string {
  const text = count > 9 ? '9+' : String(count)
  const size = text.length === 1 ? 17 : 14
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0f766e"/><path d="M4 24c2.7-3.3 5.3-3.3 8 0s5.3 3.3 8 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="20" cy="12" r="12" fill="#c0291d"/><text x="20" y="12" dy=".35em" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${size}" fill="#fff">${text}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
