// Where a server is reached: at addresses that were looked at before, whatever its name resolves to by now.
import { isIP, type LookupFunction } from 'node:net';

/** The name is not resolved again, so that it cannot lead elsewhere the second time. */
export function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return function lookUp(_, { all }, done) {
    if (all) done(null, known);
    else done(null, known[0]!.address, known[0]!.family);
  };
}
