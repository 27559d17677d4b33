#!/usr/bin/env node
// CommonJS (see package.json beside it): the loader of ES modules takes longer to start than the version takes to say
const { argv } = process;

if (!(argv.length === 3 && /^(?:--version|-V)$/.test(argv[2]) && told()))
  import('../dist/cli.js')
    .then(({ main }) => main())
    .then(code => {
      process.exitCode = code;
    });

/** Prints the version; where that fails, the command line knows what to say. */
function told() {
  try {
    require('node:fs').writeSync(1, `${require('../package.json').version}\n`);
    return true;
  } catch {
    return false;
  }
}
