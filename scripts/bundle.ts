/**
 * Builds `dist`: the library and the command line, with everything they need but `zod`, whose types are part of
 * the public ones. What is bundled brings its licence along, in THIRD-PARTY-LICENSES.txt.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

const OUT = 'dist';
/** Must never be bundled: the root of `natural` loads the others, and they are database drivers and the like. */
const FORBIDDEN =
  /node_modules\/(?:natural\/(?:index|lib\/natural\/index)\.js|(?:pg|redis|@redis|mongoose|mongodb|memjs|dotenv)\/)/;

/**
 * Lets `main.ts` import straight from the files that `index.ts` names. The bundler keeps in one chunk whatever is
 * imported by way of one file, and `unscripted --version` would load every rule.
 */
const straight: Plugin = {
  name: 'straight imports for main.ts',
  setup(build) {
    build.onLoad({ filter: /\/src\/cli\/main\.ts$/ }, ({ path }) => {
      const faces = [
        ...readFileSync('src/index.ts', 'utf8').matchAll(/^export \{([^}]+)\} from '\.(\/[^']+)'/gm),
      ];
      const contents = readFileSync(path, 'utf8').replace(
        /^import \{([^}]+)\} from '\.\.\/index\.ts';$/m,
        (_, names) =>
          names
            .split(',')
            .map((name: string) => {
              const face = faces.find(([, named]) =>
                named?.split(',').some(one => one.trim() === name.trim()),
              );
              if (!face)
                throw new Error(`src/index.ts names no file for ${name.trim()}, which main.ts imports`);
              return `import { ${name.trim()} } from '..${face[2]}';`;
            })
            .join(' '),
      );
      return { contents, loader: 'ts' };
    });
  },
};

rmSync(OUT, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [
    { in: 'src/index.ts', out: 'index' },
    { in: 'src/cli/main.ts', out: 'cli' },
    { in: 'src/workers/worker.ts', out: 'chunks/worker' }, // beside the chunk that starts it
  ],
  plugins: [straight],
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['zod'],
  chunkNames: 'chunks/[name]-[hash]',
  minifyWhitespace: true,
  minifySyntax: true,
  charset: 'utf8',
  legalComments: 'none', // the licences are collected below, whole
  metafile: true,
  logLevel: 'warning',
  // CommonJS packages ask for node's own modules through `require`, which ESM does not have
  banner: {
    js: "import{createRequire as unscriptedRequire}from'node:module';const require=unscriptedRequire(import.meta.url);",
  },
});

const forbidden = Object.keys(metafile.inputs).filter(file => FORBIDDEN.test(file));
if (forbidden.length > 0) throw new Error(`These must not be bundled:\n  ${forbidden.join('\n  ')}`);

// the rules' data stand beside the chunk that reads them
for (const data of ['rules.json', 'reading.json', 'pages.json', 'rubrics.json'])
  copyFileSync(join('src/compiled', data), join(OUT, 'chunks', data));

writeFileSync(join(OUT, 'THIRD-PARTY-LICENSES.txt'), licences(metafile));
const bytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
console.error(`${OUT}: ${Object.keys(metafile.outputs).length} files, ${Math.round(bytes / 1024)} KB`);

/** Name, version and licence text of every package that is in the bundle. Throws where a text is missing. */
function licences({ inputs }: Metafile): string {
  const folders = new Set(
    Object.keys(inputs).flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  if (folders.size === 0) throw new Error('The bundle holds no package: its list of inputs was read wrongly');
  const parts = [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license ?? 'see below'})\n\n${licenceText(folder).trim()}\n`;
  });
  return `The files in this folder contain code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find(name => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8');
  const readme = join(folder, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const section = /^#+\s*licen[cs]e\b[\s\S]*?(?=^#[^#]|$(?![\s\S]))/im.exec(text)?.[0];
  if (section && /copyright/i.test(section)) return section;
  throw new Error(`${folder} has no licence text; add it before bundling it`);
}
