/** Works out an expression as a trace prints it: numbers, + − × / √ and brackets. Throws for anything else. */
export function calculate(expression: string): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|[+−×/√()]/g) ?? [];
  if (tokens.join('') !== expression.replaceAll(' ', '')) throw new Error(`not an expression: ${expression}`);
  let at = 0;
  const next = () => tokens[at++];
  const atom = (): number => {
    const token = next();
    if (token === '−') return -atom();
    if (token === '√') return Math.sqrt(Math.max(0, atom()));
    if (token !== '(') return Number(token);
    const inside = sum();
    if (next() !== ')') throw new Error(`no closing bracket: ${expression}`);
    return inside;
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === '×' || tokens[at] === '/') value = next() === '×' ? value * atom() : value / atom();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−')
      value = next() === '+' ? value + product() : value - product();
    return value;
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`something left over: ${expression}`);
  return value;
}
