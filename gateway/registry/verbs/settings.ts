// What the street edits: words of privacy, allowed networks, budgets.
import type { Actor } from '../domain/actor';
import type { RegistrySettings } from '../domain/settings';
import { auditOf } from './note';
import { requireStreet, signedIn } from './permissions';
import { badText, tooManyWaiting } from './refusals';
import { readSettings, type RegistryGround } from './registry-ground';

const MAX_WORDS = 2_000;
const MAX_WORD = 100;

export async function showSettings(ground: RegistryGround, actor: Actor | null): Promise<RegistrySettings> {
  signedIn(actor);
  return readSettings(ground);
}

export async function changeSettings(
  ground: RegistryGround,
  actor: Actor | null,
  settings: Partial<RegistrySettings>,
): Promise<RegistrySettings> {
  const street = requireStreet(actor, 'settings');
  refuseSettings(settings);
  await ground.store.change(async (book) => {
    await book.saveSettings(settings);
    await book.note(
      auditOf(ground, street, {
        verb: 'SETTINGS',
        subject: Object.keys(settings).join(', '),
        details: { ...settings },
      }),
    );
  });
  return readSettings(ground);
}

function refuseSettings({
  privacyWords,
  networks,
  planningBudget,
  usageDays,
}: Partial<RegistrySettings>): void {
  const words = [...(privacyWords ? Object.values(privacyWords).flat() : []), ...(networks?.cidrs ?? [])];
  if (words.length > MAX_WORDS) throw tooManyWaiting(MAX_WORDS);
  if (words.some((word) => word.trim() === '' || word.length > MAX_WORD)) throw badText('word', MAX_WORD);
  if (planningBudget !== undefined && !(planningBudget >= 50 && planningBudget <= 60_000))
    throw badText('planningBudget', 60_000);
  if (usageDays !== undefined && !(usageDays >= 1 && usageDays <= 3_660)) throw badText('usageDays', 3_660);
}
