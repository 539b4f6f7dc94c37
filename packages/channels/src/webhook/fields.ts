import type { FieldSpec } from '../kind.ts'
import { proxyField } from '../settings/common.ts'

export const webhookFields: readonly FieldSpec[] = [
  {
    path: 'config.url',
    label: { 'zh-CN': '地址', en: 'Address' },
    help: {
      'zh-CN': `以 http:// 或 https:// 开头；路径和查询参数里可以用 \${project} 等变量。`,
      en: `Starts with http:// or https://; path and query may hold variables such as \${project}.`,
    },
    input: 'url',
    required: true,
  },
  {
    path: 'config.method',
    label: { 'zh-CN': '请求方法', en: 'Method' },
    help: { 'zh-CN': 'GET 没有正文。', en: 'GET has no body.' },
    input: 'select',
    options: ['POST', 'PUT', 'PATCH', 'GET'].map((value) => ({
      value,
      label: { 'zh-CN': value, en: value },
    })),
    required: true,
  },
  {
    path: 'config.body',
    label: { 'zh-CN': '正文模板', en: 'Body template' },
    help: {
      'zh-CN': `留空则发送 Standard Webhooks 格式的 JSON。写模板时用 \${变量}，JSON、XML 和表单里的值会自动转义。`,
      en: `Empty sends JSON in the Standard Webhooks form. In a template write \${variable}; values are escaped for JSON, XML and forms.`,
    },
    input: 'textarea',
    required: false,
    takesVariables: true,
    showWhen: { path: 'config.method', oneOf: ['POST', 'PUT', 'PATCH'] },
  },
  {
    path: 'config.headers',
    label: { 'zh-CN': '请求头', en: 'Headers' },
    help: {
      'zh-CN': `明文保存；密钥请放到“保密请求头”。值里可以用 \${project} 等变量，非 ASCII 字符会按百分号编码。`,
      en: `Kept in the clear; put secrets under “Secret headers”. Values may hold variables such as \${project}; what is not ASCII is percent-encoded.`,
    },
    input: 'keyvalue',
    required: false,
  },
  {
    path: 'config.signature',
    label: { 'zh-CN': '签名方式', en: 'Signature' },
    help: {
      'zh-CN': '接收方用它核对消息确实来自 Highwater。',
      en: 'Lets the receiver verify that a message comes from Highwater.',
    },
    input: 'select',
    options: [
      { value: 'none', label: { 'zh-CN': '不签名', en: 'None' } },
      {
        value: 'standard-webhooks',
        label: { 'zh-CN': 'Standard Webhooks', en: 'Standard Webhooks' },
      },
      { value: 'github', label: { 'zh-CN': 'GitHub 形式', en: 'GitHub style' } },
    ],
    required: true,
  },
  {
    path: 'secrets.signingSecret',
    label: { 'zh-CN': '签名密钥', en: 'Signing secret' },
    help: {
      'zh-CN':
        'Standard Webhooks 为 whsec_（或 ed25519 私钥的 whsk_）加 Base64，更换密钥期间可用空格并列新旧两个；GitHub 形式为任意文本。',
      en: 'whsec_ (or whsk_ for an ed25519 key) and base64 for Standard Webhooks, old and new side by side with a blank between them while it changes; any text for the GitHub style.',
    },
    input: 'password',
    required: false,
    showWhen: { path: 'config.signature', oneOf: ['standard-webhooks', 'github'] },
  },
  {
    path: 'secrets.authorization',
    label: { 'zh-CN': 'Authorization', en: 'Authorization' },
    help: {
      'zh-CN': '整个 Authorization 请求头，例如 Bearer 加令牌。',
      en: 'The whole Authorization header, such as Bearer and a token.',
    },
    input: 'password',
    required: false,
  },
  {
    path: 'secrets.secretHeaders',
    label: { 'zh-CN': '保密请求头', en: 'Secret headers' },
    help: {
      'zh-CN': '加密保存，保存后不再显示。',
      en: 'Sealed when saved and never shown again.',
    },
    input: 'keyvalue',
    required: false,
  },
  {
    path: 'config.responseCheck.status',
    label: { 'zh-CN': '成功状态码', en: 'Accepted status codes' },
    help: {
      'zh-CN': '留空表示任意 2xx（网页除外）；填写后只有这些状态码算送达。',
      en: 'Empty accepts every 2xx that is no web page; otherwise these and no others are a delivery.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.responseCheck.regex',
    label: { 'zh-CN': '响应正则', en: 'Response expression' },
    help: {
      'zh-CN': '响应正文必须匹配的正则表达式（只检查前 2,000 个字符）。',
      en: 'A regular expression that the answer must match (its first 2,000 characters are read).',
    },
    input: 'text',
    required: false,
  },
  {
    path: 'config.responseCheck.json',
    label: { 'zh-CN': '响应 JSON', en: 'Response JSON' },
    help: {
      'zh-CN': '响应必须是 JSON，并包含这里的所有键和值。',
      en: 'The answer must be JSON that holds all of these keys and values.',
    },
    input: 'keyvalue',
    required: false,
  },
  proxyField,
]
