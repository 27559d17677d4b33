/**
 * Builds `dist`: the library and the command line, with everything they need but `zod`, whose types are part of
 * the public ones. What is bundled brings its licence along, in THIRD-PARTY-LICENSES.txt.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

const OUT = 'dist';
const LIBRARY = 'src/index.ts';
const START = 'src/cli/main.ts';
const SCORE = 'src/cli/score.ts';
/** Must never be bundled: the root of `natural` loads the others, and they are database drivers and the like. */
const FORBIDDEN =
  /node_modules\/(?:natural\/(?:index|lib\/natural\/index)\.js|(?:pg|redis|@redis|mongoose|mongodb|memjs|dotenv)\/)/;

/** What `src/index.ts` and the files it passes on offer: each name with the file that has it. */
function offered(file: string): Map<string, string> {
  const source = readFileSync(file, 'utf8');
  const names = new Map<string, string>();
  const beside = (target: string) => join(dirname(file), target);
  for (const [, all, target] of source.matchAll(/^export (?:\*|\{([^}]+)\}) from '(\.[^']+)'/gm)) {
    const further = offered(beside(target as string));
    for (const one of all === undefined ? further.keys() : all.split(',')) {
      const [name = '', alias = name] = one.trim().split(' as ');
      if (name !== '' && !name.startsWith('type ')) names.set(alias, `${further.get(name)}:${name}`);
    }
  }
  for (const [, name] of source.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm))
    names.set(name as string, `${file}:${name}`);
  return names;
}

/**
 * What a start loads, in few files. The bundler makes a chunk of what the same entries reach, which leaves dozens of
 * small ones, and every file costs a start a millisecond. So a first pass tells what the command line reaches (`start`)
 * and what `score` reaches beside it (`core`); in the second, every entry that is loaded after those reaches all of them.
 */
interface Together {
  readonly start: readonly string[];
  readonly core: readonly string[];
}

/** The files that an entry reaches without a dynamic import, itself left out. */
function reached({ inputs }: Metafile, entry: string): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    for (const { path, kind, external } of inputs[file]?.imports ?? [])
      if (kind !== 'dynamic-import' && !external && !found.has(path)) {
        found.add(path);
        visit(path);
      }
  };
  visit(entry);
  return found;
}

const together = (groups: Together | undefined, metafile: Metafile | undefined): Plugin => ({
  name: 'few chunks',
  setup(build) {
    if (!groups || !metafile) return;
    const library = reached(metafile, LIBRARY);
    const later = new Set(
      Object.values(metafile.inputs).flatMap(({ imports }) =>
        imports
          .filter(({ kind, external }) => kind === 'dynamic-import' && !external)
          .map(({ path }) => path),
      ),
    );
    later.delete(LIBRARY);
    build.onResolve({ filter: /^together:/ }, ({ path }) => ({
      path,
      namespace: 'together',
      sideEffects: true,
    }));
    build.onResolve({ filter: /./, namespace: 'together' }, ({ path }) => ({ path }));
    build.onLoad({ filter: /./, namespace: 'together' }, ({ path }) => ({
      contents: [...groups.start, ...groups.core]
        .filter(file => path === 'together:all' || library.has(file))
        .map(file => `import ${JSON.stringify(resolve(file))};`)
        .join(''),
      resolveDir: '.',
    }));
    wrap = path => {
      const file = relative('.', path);
      if (!later.has(file) || file.includes('node_modules')) return '';
      return `import 'together:${file.startsWith('src/cli/') ? 'all' : 'library'}';`;
    };
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) =>
      wrap(path) === '' || path.includes('/src/cli/')
        ? undefined
        : { contents: `${wrap(path)}${readFileSync(path, 'utf8')}`, loader: 'ts' },
    );
  },
});
/** What an entry has to import first. */
let wrap: (path: string) => string = () => '';

/**
 * Lets the command line import straight from the files behind `index.ts`. The bundler puts in one chunk whatever is
 * imported by way of one file, and every command would load everything.
 */
const straight: Plugin = {
  name: 'straight imports for the command line',
  setup(build) {
    const faces = offered('src/index.ts');
    build.onLoad({ filter: /\/src\/cli\/[^/]+\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(
        /^(import|export) \{([^}]+)\} from '\.\.\/index\.ts';$/gm,
        (_, verb, names) =>
          names
            .split(',')
            .map((name: string) => name.trim())
            .filter((name: string) => name !== '' && !name.startsWith('type '))
            .map((name: string) => {
              const [file, own] = (faces.get(name) ?? '').split(':');
              if (!file) throw new Error(`src/index.ts does not offer ${name}, which ${path} asks for`);
              return `${verb} { ${own} as ${name} } from '../${relative('src', file)}';`;
            })
            .join(' '),
      );
      return { contents: `${wrap(path)}${contents}`, loader: 'ts' };
    });
  },
};

/** commander loads `node:child_process`, and with it the network, for commands that are programs of their own. We have none. */
const alone: Plugin = {
  name: 'commander without child processes',
  setup(build) {
    build.onLoad({ filter: /\/commander\/lib\/command\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace("require('node:child_process')", '{}');
      if (contents === source) throw new Error('commander no longer asks for node:child_process');
      return { contents, loader: 'js' };
    });
  },
};

const bundled = (groups?: Together, first?: Metafile) =>
  build({
    entryPoints: [
      { in: 'src/index.ts', out: 'index' },
      { in: 'src/cli/main.ts', out: 'cli' },
      { in: 'src/workers/worker.ts', out: 'chunks/worker' }, // beside the chunk that starts it
    ],
    plugins: [together(groups, first), straight, alone],
    write: groups !== undefined,
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
    charset: 'ascii', // a file with other letters takes twice the memory, and longer to compile
    legalComments: 'none', // the licences are collected below, whole
    metafile: true,
    logLevel: 'warning',
    logOverride: { 'ignored-bare-import': 'silent' }, // such an import says what is reached, and no more
    // CommonJS packages ask for node's own modules through `require`, which ESM does not have
    banner: {
      js: "import{createRequire as unscriptedRequire}from'node:module';const require=unscriptedRequire(import.meta.url);",
    },
  });

rmSync(OUT, { recursive: true, force: true });
const first = await bundled();
const start = reached(first.metafile, START);
const core = [...reached(first.metafile, SCORE)].filter(file => !start.has(file));
const { metafile } = await bundled({ start: [...start], core }, first.metafile);

const forbidden = Object.keys(metafile.inputs).filter(file => FORBIDDEN.test(file));
if (forbidden.length > 0) throw new Error(`These must not be bundled:\n  ${forbidden.join('\n  ')}`);

// the rules' data stand beside the chunk that reads them
for (const data of ['rules.bin', 'reading.bin', 'roles.bin', 'pages.json', 'rubrics.json'])
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
