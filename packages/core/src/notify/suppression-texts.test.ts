import { expect, it } from 'vitest'
import { suppressionReasons, suppressionTexts } from './suppression.ts'

// Pages write "nobody was told:" before them.
it('No reason says again that nobody was told', () => {
  for (const reason of suppressionReasons) {
    expect(suppressionTexts[reason].en).not.toMatch(/nobody was told/)
    expect(suppressionTexts[reason]['zh-CN']).not.toMatch(/没有人收到通知/)
  }
})
