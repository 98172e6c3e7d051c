/* Bundles the page 流程设计: node build.mjs OUTPUT_FOLDER. The editors are chunks of their own, loaded when one is opened. */
import { build } from 'esbuild';

const output = process.argv[2];
if (!output) throw new Error('usage: node build.mjs OUTPUT_FOLDER');

await build({
  entryPoints: ['design/design.js'],
  outdir: output,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  legalComments: 'linked',
  target: ['chrome109', 'firefox115', 'safari16'],
  loader: { '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
