/** Prints how far the scores of the same content in six Englishes are apart, and which rules part them (`--rules`). */
import {
  band,
  cells,
  dialects,
  disclosing,
  forms,
  found,
  means,
  scoreNames,
  widest,
} from '../test/fairness/dialects.ts';

const all = await cells();
const cell = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(0)).padStart(11);
for (const form of forms) {
  console.log(`${form.padEnd(14)}${dialects.map(name => name.padStart(11)).join('')}${'band'.padStart(11)}`);
  for (const name of scoreNames) {
    const by = means(all, name, form);
    console.log(
      `${name.padEnd(14)}${dialects.map(dialect => cell(by[dialect])).join('')}${cell(band(all, name, form))}`,
    );
  }
  const told = found(all, form);
  const counts = Object.values(told);
  console.log(
    `${`found of ${disclosing.length}`.padEnd(14)}${dialects.map(dialect => cell(told[dialect])).join('')}${cell(Math.max(...counts) - Math.min(...counts))}`,
  );
  console.log('');
}
if (process.argv.includes('--rules')) {
  for (const { content, form, low, high, apart } of widest(all, 'overall').slice(0, 14)) {
    console.log(`${content}, ${form}: ${apart} apart`);
    for (const one of [low, high])
      console.log(
        `  ${one.dialect} ${one.scores.overall} ${JSON.stringify(one.scores)} ${one.responses.join(',')}\n    ${one.rules.join(' · ')}`,
      );
  }
}
