import { type House, street } from './street.ts'

/** The table of `ARCHITECTURE.md`, as Markdown. */
export function streetTable(): string {
  const rows = street.map(
    (house) =>
      `| \`${house.folder}\` | ${house.purpose} | ${mayImport(house)} | ${(house.never ?? []).join(', ') || '–'} |`,
  )
  return ['| House | Purpose | May import | Never |', '|---|---|---|---|', ...rows].join('\n')
}

function mayImport(house: House): string {
  const others = house.outside === 'declared' ? ['what its package.json declares'] : house.outside
  const node = house.node ? ['`node:*`'] : []
  const named = [...house.imports, ...(house.outside === 'declared' ? [] : others)]
  const words = house.outside === 'declared' ? others : []
  return [...named.map((name) => `\`${name}\``), ...node, ...words].join(', ')
}
