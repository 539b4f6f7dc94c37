import { describe, expect, it } from 'vitest'
import { classOf, effectiveAddress } from './address-class.ts'

const classify = (text: string) => {
  const address = effectiveAddress(text)
  return address === null ? null : classOf(address)
}

describe('addresses', () => {
  it.each([
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '0.1.2.3',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    '::169.254.169.254',
  ])('%s is never open', (address) => {
    expect(classify(address)).toBe('never')
  })

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '198.18.0.1',
    '203.0.113.1',
    '240.0.0.1',
    '::1',
    '[::1]',
    'fc00::1',
    'fd12::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:0a00:0001::1',
    '::10.0.0.1',
  ])('%s is private', (address) => {
    expect(classify(address)).toBe('private')
  })

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => {
    expect(classify(address)).toBe('public')
  })

  it.each(['example.com', '', 'localhost'])('%s is no address', (text) => {
    expect(classify(text)).toBeNull()
  })
})
