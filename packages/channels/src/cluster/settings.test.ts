import { describe, expect, it } from 'vitest'
import { clusterInput } from '../catalog.ts'

const account = { endpoint: '10.0.0.8:8080', user: 'root' }
const paths = (config: object, secrets: object = { password: 'p' }): unknown => {
  const parsed = clusterInput.safeParse({ config: { ...account, ...config }, secrets })
  return parsed.success ? parsed.data.config : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('the settings of a cluster', () => {
  it.each([
    ['10.0.0.8:8080', 'http://10.0.0.8:8080'],
    [' https://ocp.example.com/ ', 'https://ocp.example.com'],
  ])('take %s as %s', (endpoint, kept) => {
    expect(paths({ endpoint })).toMatchObject({ endpoint: kept, signIn: 'password' })
  })

  it.each([
    [{ endpoint: '' }, { password: 'p' }, ['config.endpoint']],
    [{ endpoint: 'http://a:b@10.0.0.8' }, { password: 'p' }, ['config.endpoint']],
    [{ endpoint: '10.0.0.8:8080/api' }, { password: 'p' }, ['config.endpoint']],
    [{ user: 'a:b' }, { password: 'p' }, ['config.user']],
    [{ user: '' }, {}, ['config.user', 'secrets.password']],
    [{ signIn: 'access-key' }, { password: 'p' }, ['config.accessKey', 'secrets.secretKey']],
    [{ signIn: 'access-key', accessKey: 'a\nb' }, { secretKey: 's' }, ['config.accessKey']],
    [{ more: 1 }, { password: 'p' }, ['config.more']],
  ])('%j with %j are refused at %j', (config, secrets, at) => {
    expect(paths(config, secrets)).toEqual(at)
  })
})
