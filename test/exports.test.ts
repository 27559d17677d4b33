/** What the package offers: the names, and that package.json points at them. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as face from '../src/index.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

it('offers these names', () => {
  expect(Object.keys(face).sort()).toEqual([
    'Conversation',
    'Labels',
    'Tally',
    'Turn',
    'UsageError',
    'asWritten',
    'authenticKinds',
    'detect',
    'detectors',
    'dimensions',
    'empathyKinds',
    'evaluate',
    'evaluationJson',
    'evaluationTable',
    'figureNames',
    'gatedValue',
    'inputFiles',
    'knownFrom',
    'labelledReadings',
    'leastCases',
    'levels',
    'mappingFrom',
    'mappingOf',
    'mine',
    'mining',
    'missedBys',
    'moments',
    'openingKinds',
    'parseFigureGate',
    'prepare',
    'read',
    'readLabels',
    'readScripts',
    'readers',
    'reporters',
    'rulePages',
    'rulesHash',
    'score',
    'scoreNames',
    'scoreReadings',
    'scorecard',
    'scorers',
    'scriptJson',
    'scriptYaml',
    'signalNames',
    'topics',
    'valences',
    'version',
    'weights',
  ]);
});

it('knows its own version', () => expect(face.version).toBe(manifest.version));

it.skipIf(!existsSync('dist'))('is where package.json says', () => {
  for (const path of [manifest.exports['.'].types, manifest.exports['.'].default, manifest.bin.unscripted])
    expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
});

it('installs without a script of its own for users', () => {
  expect(Object.keys(manifest.scripts).filter(name => /^(pre|post)?install$/.test(name))).toEqual([]);
});
