/** What a machine says that speaks for the company: it is nobody to score. Only how it opens counts. */
import type { Wording } from './role-tables.ts';

export const botWording: readonly Wording[] = [
  {
    id: 'says-it-is-a-machine',
    weight: 4,
    where: 'opening',
    why: 'Introduces itself as a machine.',
    says: `im|am|is your|the|a|an|our virtual|automated|digital assistant|agent; im|am a|an|the|your|only bot|chatbot;
      im|am [a|an|the|your] [*] virtual|automated|digital assistant|agent; im|am [a|an|the|your] * bot|chatbot;
      im|am a|an ai; this is an automated; im|am * your|the|a virtual|automated|digital`,
  },
  {
    id: 'menu',
    weight: 4,
    where: 'opening',
    why: 'Reads out a menu.',
    says: `press one|two|three|1|2|3|0|zero|pound|star|hash; for * press|say; for * * press|say;
      choose|select|pick [one] [from] [of] [the] [an] [following] option|options|topic|topics below|from|or;
      in a few words; type|say agent|menu`,
  },
];
