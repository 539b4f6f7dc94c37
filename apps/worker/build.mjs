import { build } from 'esbuild'

await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
  // These load files or native code of their own at run time.
  external: ['@node-rs/argon2', 'pino', 'pino-pretty'],
  banner: {
    // Under a name of its own: bundled libraries import the same function by its usual one.
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
})
