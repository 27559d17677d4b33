/**
 * Stage directions of transcribers: `[hold music]`, `(pause)`, `[inaudible 00:03:12]`. Nobody said them. Marks of
 * redaction (`[PII]`, `[NAME]`, `****`) stand for words that were said, and stay.
 */

/** Words that make a stage direction, and words that only stand beside them: `[PHONE]` alone is a redaction. */
const core = `music hold silence silent pause pauses paused laughter laughs laughing laugh chuckles chuckle inaudible
  unintelligible crosstalk noise noises applause beep beeps ringing ringtone rings dial coughs cough coughing sighs sigh
  sighing typing keyboard clicking static blank transfer transferring transferred disconnected disconnects ends ended
  connects connected overlapping overlap indiscernible crying sobbing sniffles sniffs whispers recording playing plays
  foreign begins joined unk clears indistinct chatter playback omitted sneezes gasps groans clapping breathing breath
  hangs muffled dialing dialling sobs cries yawns mumbling mumbles muted unmuted`;
const beside = `background tone audio no speech break call line automated on is the a of to and in end start left
  unknown throat short long brief phone video media speaker speakers voice voices agent customer caller up with for
  image sticker gif document file from heavily softly quietly loudly dog baby child door talking speaking several both
  long seconds second minutes minute another other room people words`;
const cores = new Set(core.split(/\s+/));
const stage = new Set([...cores, ...beside.split(/\s+/)]);

const BRACKETED = /\[([^[\]]{1,60})\]|\(([^()]{1,60})\)|<([^<>]{1,60})>|\*([^*]{1,60})\*|[♪♫]+[^♪♫]*[♪♫]*/g;

/** The text without stage directions; empty when it was nothing else. */
export function withoutStage(text: string): string {
  const plain = text.trim();
  if (!/[[(<*♪♫]/.test(plain)) return plain;
  const without = plain.replace(BRACKETED, (mark, ...parts: (string | undefined)[]) => {
    const inside = parts.slice(0, 4).find(part => part !== undefined);
    return inside === undefined || isStage(inside) ? ' ' : mark;
  });
  return without === plain
    ? plain
    : without
        .replace(/\s+([.,!?;:])/g, '$1')
        .replace(/[ \t]{2,}/g, ' ')
        .trim();
}

function isStage(inside: string): boolean {
  const said = inside
    .toLowerCase()
    .replace(/[\d:.,]+/g, ' ')
    .split(/[^\p{L}]+/u)
    .filter(word => word !== '');
  return said.some(word => cores.has(word)) && said.every(word => stage.has(word));
}
