import { expect, it } from 'vitest'
import { maskProxy, normaliseProxy } from './proxy-address.ts'

it.each([
  ['http://proxy.example.com:3128', 'http://proxy.example.com:3128'],
  ['http:10.0.0.1:3128', 'http://10.0.0.1:3128'],
  [' https://proxy.example.com ', 'https://proxy.example.com:443'],
  ['socks5://user:p%40ss@10.0.0.1', 'socks5://user:p%40ss@10.0.0.1:1080'],
  ['http://proxy.example.com', 'http://proxy.example.com:80'],
])('reads %s as %s', (text, expected) => {
  expect(normaliseProxy(text)).toBe(expected)
})

it.each([
  'ftp://proxy:21',
  'proxy:3128',
  'http://',
  'http://proxy:3128/path',
  'http://proxy:99999',
  'http://user:100%@10.0.0.1:3128',
])('refuses %s', (text) => {
  expect(normaliseProxy(text)).toBeNull()
})

it('masks the user and the password', () => {
  expect(maskProxy('http://user:p%40ss@10.0.0.1:3128')).toBe('http://***@10.0.0.1:3128')
  expect(maskProxy('http://10.0.0.1:3128')).toBe('http://10.0.0.1:3128')
})
