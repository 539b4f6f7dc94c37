interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** As many as one page may have. */
const limit = 200

/** All items of a list, page after page: for forms, which must not forget what they do not show. */
export async function everyPage<Item>(
  read: (place: { readonly limit: number; readonly cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  let page = await read({ limit })
  items.push(...page.items)
  while (page.nextCursor !== null) {
    page = await read({ limit, cursor: page.nextCursor })
    items.push(...page.items)
  }
  return items
}
