import { build } from 'esbuild'

await build({
  entryPoints: ['src/intake/thread.ts'],
  outfile: 'dist/intake.js',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
})
