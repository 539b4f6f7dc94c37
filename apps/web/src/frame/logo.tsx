/** The water mark: three levels of a gauge and the waves that reach them. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" fill="#0f766e" />
      <g fill="none" strokeLinecap="round">
        <path d="M6 9h5M6 16h3M6 23h5" stroke="#9fe3da" strokeWidth="2" />
        <path d="M13 9.5h13" stroke="#fff" strokeWidth="2" strokeDasharray="3 3.2" />
        <path d="M13 16c2.2-2.7 4.3-2.7 6.5 0s4.3 2.7 6.5 0" stroke="#fff" strokeWidth="2.6" />
        <path d="M13 22.5c2.2-2.7 4.3-2.7 6.5 0s4.3 2.7 6.5 0" stroke="#9fe3da" strokeWidth="2.2" />
      </g>
    </svg>
  )
}
