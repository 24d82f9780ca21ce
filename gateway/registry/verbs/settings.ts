// What the street edits: words of privacy, allowed networks, budgets.
import type { Actor } from '../domain/actor';
import type { RegistrySettings } from '../domain/settings';
import { auditOf } from './note';
import { requireReader, requireStreet } from './permissions';
import { refuseSettings } from './refuse-settings';
import { readSettings, type RegistryGround } from './registry-ground';

export async function showSettings(ground: RegistryGround, actor: Actor | null): Promise<RegistrySettings> {
  await requireReader(ground, actor);
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
