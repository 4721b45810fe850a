/**
 * The value of a number, or of sums and products of numbers as reference engines write their expected results
 * (`-170000 * (0.123 + 0.001)`). Throws on anything else.
 */
export function valueOf(written: unknown): number {
  if (typeof written === 'number') return written;
  if (typeof written !== 'string') throw new TypeError(`${JSON.stringify(written)} is no number`);
  const refused = new TypeError(`"${written}" is no arithmetic`);
  const tokens = written.replaceAll('_', '').match(/\d+(\.\d+)?|[-+*()]|\S/g) ?? [];
  const value = sum();
  if (tokens.length > 0) throw refused;
  return value;

  function sum(): number {
    let total = product();
    for (;;) {
      if (tokens[0] === '+') total += (tokens.shift(), product());
      else if (tokens[0] === '-') total -= (tokens.shift(), product());
      else return total;
    }
  }

  function product(): number {
    let result = factor();
    while (tokens[0] === '*') result *= (tokens.shift(), factor());
    return result;
  }

  function factor(): number {
    const token = tokens.shift();
    if (token === '-') return -factor();
    if (token === '(') {
      const inner = sum();
      if (tokens.shift() !== ')') throw refused;
      return inner;
    }
    if (token === undefined || !/^\d/.test(token)) throw refused;
    return Number(token);
  }
}
