/**
 * The regular and common irregular forms of an English verb, for phrases that write `pass+ away`.
 * Used when rules are compiled, never while scoring.
 */
const irregular: Record<string, string> = {
  be: 'am are is was were been being',
  have: 'has had having',
  do: 'does did done doing',
  go: 'goes went gone going',
  get: 'gets got gotten getting',
  lose: 'loses lost losing',
  find: 'finds found finding',
  leave: 'leaves left leaving',
  feel: 'feels felt feeling',
  keep: 'keeps kept keeping',
  make: 'makes made making',
  take: 'takes took taken taking',
  come: 'comes came coming',
  give: 'gives gave given giving',
  tell: 'tells told telling',
  say: 'says said saying',
  break: 'breaks broke broken breaking',
  fall: 'falls fell fallen falling',
  know: 'knows knew known knowing',
  think: 'thinks thought thinking',
  see: 'sees saw seen seeing',
  hear: 'hears heard hearing',
  bring: 'brings brought bringing',
  buy: 'buys bought buying',
  pay: 'pays paid paying',
  send: 'sends sent sending',
  spend: 'spends spent spending',
  meet: 'meets met meeting',
  sit: 'sits sat sitting',
  stand: 'stands stood standing',
  let: 'lets letting',
  put: 'puts putting',
  cut: 'cuts cutting',
  hit: 'hits hitting',
  hurt: 'hurts hurting',
  cry: 'cries cried crying',
  die: 'dies died dying',
  lie: 'lies lied lying lay lain',
  bury: 'buries buried burying',
  steal: 'steals stole stolen stealing',
  burn: 'burns burned burnt burning',
  grow: 'grows grew grown growing',
  win: 'wins won winning',
  run: 'runs ran running',
  hold: 'holds held holding',
  sell: 'sells sold selling',
  write: 'writes wrote written writing',
  fly: 'flies flew flown flying',
  drive: 'drives drove driven driving',
  sleep: 'sleeps slept sleeping',
  speak: 'speaks spoke spoken speaking',
  begin: 'begins began begun beginning',
  bear: 'bears bore borne born bearing',
  bleed: 'bleeds bled bleeding',
  choose: 'chooses chose chosen choosing',
  eat: 'eats ate eaten eating',
  fight: 'fights fought fighting',
  forget: 'forgets forgot forgotten forgetting',
  hang: 'hangs hung hanging',
  show: 'shows showed shown showing',
  shake: 'shakes shook shaken shaking',
  throw: 'throws threw thrown throwing',
  teach: 'teaches taught teaching',
  understand: 'understands understood understanding',
  wake: 'wakes woke woken waking',
  wear: 'wears wore worn wearing',
};

const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

/** A verb's base form and its other forms: `pass` → pass, passes, passed, passing. */
export function inflect(base: string): string[] {
  const known = irregular[base];
  if (known) return [base, ...known.split(' ')];
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  const s = /(s|x|z|ch|sh)$/.test(base) ? 'es' : 's';
  const stem = doubles.test(base) ? base + base.at(-1) : base;
  return [base, base + s, `${stem}ed`, `${stem}ing`];
}
