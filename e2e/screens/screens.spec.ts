import { furnish } from '../harness/furnish.ts'
import { test } from '../harness/journey.ts'
import { findPages } from '../harness/pages.ts'
import { inLanguage, inTheme } from '../harness/preferences.ts'

const folder = `${import.meta.dirname}/../test-results/screens`
const widths = { 1280: 800, 360: 740 }

/** `/alerts/019…` becomes `alerts-id`. */
const fileName = (path: string): string =>
  path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\b\d+\b/g, 'id')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'now'

test('every page is pictured in both languages, both themes and both widths', async ({
  page,
  context,
  api,
  stack,
  robot,
}) => {
  test.setTimeout(600_000)
  await furnish({ api, stack, robot })
  const paths = await findPages(page, stack.url)
  for (const language of ['zh-CN', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await inLanguage(context, stack.url, language)
      await inTheme(context, stack.url, theme)
      for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height })
        for (const path of paths) {
          await page.goto(path)
          const name = `${fileName(path)}-${width}-${theme}-${language}.png`
          await page.screenshot({ path: `${folder}/${name}`, fullPage: true })
        }
      }
    }
  }
})
