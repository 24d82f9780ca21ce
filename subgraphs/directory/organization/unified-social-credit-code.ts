// Checks a unified social credit code by alphabet, length and check digit (GB 32100-2015).

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

/** Law: the 18th character is ALPHABET[(31 − (Σ Ci · 3^(i−1) mod 31)) mod 31] over the first 17. */
export function isUnifiedSocialCreditCode(code: string): boolean {
  if (code.length !== LENGTH || ![...code].every((character) => ALPHABET.includes(character))) return false;
  return code.endsWith(checkCharacter(code.slice(0, LENGTH - 1)));
}

function checkCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length]!;
}
