/** Every rule's page: title, why, phrases, examples. Loaded when asked for, since scoring needs none of it. */
export const rulePages = async () => (await import('../compiled/pages.ts')).pages();
