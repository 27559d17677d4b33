/** What the package offers: the names, and that package.json points at them. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as face from '../src/index.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

it('offers these names', () => {
  expect(Object.keys(face).sort()).toEqual([
    'Conversation',
    'Digest',
    'Labels',
    'SaidBy',
    'Tally',
    'Tracer',
    'Turn',
    'UNKNOWN_AGENT',
    'UsageError',
    'asWritten',
    'authenticKinds',
    'builtInFiles',
    'builtInRubric',
    'compareScorecards',
    'comparedNames',
    'comparisonTable',
    'countedNames',
    'detect',
    'detectors',
    'dimensions',
    'empathyKinds',
    'evaluate',
    'evaluationJson',
    'evaluationTable',
    'faultText',
    'figureAt',
    'figureNamed',
    'figureNames',
    'figures',
    'gatedValue',
    'inputFiles',
    'isoDate',
    'keysOf',
    'knownFrom',
    'labelledReadings',
    'leastCases',
    'levels',
    'madeBy',
    'mappingFrom',
    'mappingOf',
    'measureNames',
    'measures',
    'mine',
    'mining',
    'missedBys',
    'moments',
    'mostTopLines',
    'naReasons',
    'nearest',
    'openingKinds',
    'outlineOf',
    'parseCondition',
    'parseFigureGate',
    'partText',
    'praiseAnswers',
    'prepare',
    'read',
    'readLabels',
    'readRubric',
    'readScripts',
    'readers',
    'replays',
    'reporters',
    'rubricSchema',
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
    'starter',
    'topics',
    'traceText',
    'valences',
    'valueAt',
    'valuesOf',
    'version',
    'weekOf',
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
