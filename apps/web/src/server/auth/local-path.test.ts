import { describe, expect, it } from 'vitest'
import { localPath } from './local-path.ts'

describe('the page to go to after signing in', () => {
  it.each(['/projects', '/alerts?state=open'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path)
  })

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/projects/..//elsewhere.example',
    '/%2e//elsewhere.example',
    'javascript:alert(1)',
    '',
    null,
  ])('is the first page instead of %j', (path) => {
    expect(localPath(path)).toBe('/')
  })
})
