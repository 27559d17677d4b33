/**
 * A case of the command line in one file: what is typed, what the world holds, what comes out. Sections begin with
 * `--- name`; what stands above the first is said about the case. `UPDATE_CASES=1` writes down what came out.
 */

/** A section's name and text. */
export interface Section {
  readonly name: string;
  readonly text: string;
}

/** Splits a case into its sections; the first is the remark. */
export function parseCase(content: string): Section[] {
  const sections: { name: string; text: string }[] = [{ name: 'remark', text: '' }];
  for (const line of content.split(/(?<=\n)/)) {
    const name = /^--- (.+)\n$/.exec(line)?.[1];
    if (name !== undefined) sections.push({ name, text: '' });
    else (sections.at(-1) as { text: string }).text += line;
  }
  return sections;
}

/** The sections as one file again. */
export function writeCase(sections: readonly Section[]): string {
  return sections.map(({ name, text }, index) => `${index === 0 ? '' : `--- ${name}\n`}${text}`).join('');
}

/** Words of a command line; quotes hold words together. */
export function words(line: string): string[] {
  return [...line.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
