import type { IdentityProvider } from '@highwater/identity-provider'
import { connectProvider, identify, providerName } from '../harness/identity.ts'
import { test as base, expect } from '../harness/journey.ts'
import { chooseFrom } from '../harness/menu.ts'

const test = base.extend<{ provider: IdentityProvider }>({
  provider: async ({ api, stack }, use) => {
    const provider = await connectProvider(api, stack)
    await use(provider)
    await provider.close()
  },
})

const verified = { email_verified: true }

test.describe('with a provider', () => {
  test.use({ as: 'stranger' })

  test('a person comes in as the rules say, leaves at both ends, and others are told why not', async ({
    page,
    api,
    provider,
    stack,
  }) => {
    provider.people.set('wu', {
      ...verified,
      email: 'wu@example.com',
      name: 'Wu Min',
      groups: ['dba'],
    })
    provider.people.set('li', { ...verified, email: 'li@example.com', groups: ['sales'] })
    await api.put('/sign-in-rules', { rules: [{ match: 'equals', value: 'dba', role: 'auditor' }] })

    await page.goto('/audit')
    await identify(page, 'wu')
    await expect(page).toHaveURL(`${stack.url}/audit`)
    await chooseFrom(page.getByRole('button', { name: /Wu Min/ }), 'Sign out')
    await expect(page).toHaveURL(new RegExp(`^${provider.issuer}/`))
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await expect(page).toHaveURL(new RegExp(`^${stack.url}/sign-in`))

    await identify(page, 'li')
    await expect(page.getByRole('alert').filter({ hasText: 'no rule lets you use' })).toBeVisible()

    await api.put('/sign-in-rules', { rules: [], withoutRule: 'anybody' })
    await page.getByRole('link', { name: `Sign in with ${providerName}` }).click()
    await expect(page.getByText('You belong to no department yet')).toBeVisible()
    await expect(page.getByText(/add the account li@example\.com/)).toBeVisible()

    await page.goto('/audit')
    const refused = await api.get('/audit-events?result=refused&limit=1')
    expect(refused).toMatchObject({
      items: [{ action: 'audit.read', actorRole: 'user', reason: 'role_too_small' }],
    })
  })
})

test('an administrator writes a rule and sees on a token what it gives', async ({
  page,
  provider: _,
}) => {
  await page.goto('/settings/sign-in')
  await expect(page.getByRole('link', { name: providerName })).toBeVisible()
  const rules = page.getByRole('region', { name: 'Claim rules' })
  await page.getByLabel('Value').fill('dba')
  await page.getByLabel('Role', { exact: true }).selectOption('auditor')
  await page.getByRole('button', { name: 'Add rule' }).click()
  await expect(rules.getByText('Groups has dba')).toBeVisible()

  await page.getByLabel('Provider').last().selectOption({ label: providerName })
  await page.getByLabel('Identity token or claims').fill('{"groups":["dba"]}')
  await page.getByRole('button', { name: 'Try' }).click()
  await expect(page.getByText('Let in as Auditor')).toBeVisible()
  const tried = page.getByRole('region', { name: 'What each rule made of it' })
  await expect(tried.getByText('groups: dba')).toBeVisible()
})
