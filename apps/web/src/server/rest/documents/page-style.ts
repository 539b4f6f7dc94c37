/** Its hash stands in the page's security policy, so the page needs no exception. */
export const pageStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem; }
h2 { margin-top: 3rem; text-transform: capitalize; }
article { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: 1rem 0; }
h3 { margin: 0; font-weight: 500; }
.method { font-weight: 700; }
pre { overflow-x: auto; padding: .75rem; border-radius: .375rem;
  background: color-mix(in srgb, currentColor 7%, transparent); font-size: 13px; }
summary { cursor: pointer; }
`
