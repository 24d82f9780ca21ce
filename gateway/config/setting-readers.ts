// How the gateway's settings are read: each reader takes a text, or says what was expected instead.
import type { KeyObject } from 'node:crypto';
import { readPublicKey } from '../supergraph/artifact-signature';

export type Environment = Record<string, string | undefined>;

export type SettingReader = ReturnType<typeof settingReader>;

/** What a setting should be, for the sentence; thrown by a reader and caught by `settingReader`. */
export class Expected extends Error {}

/** An absent or blank setting takes its default. */
export function settingReader(environment: Environment, faults: string[]) {
  return function setting<Value>(name: string, fallback: Value, read: (text: string) => Value): Value {
    const text = environment[name]?.trim();
    if (!text) return fallback;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof Expected)) throw error;
      faults.push(`${name} is ${JSON.stringify(text)}, but must be ${error.message}.`);
      return fallback;
    }
  };
}

export function wholeNumber(min: number, max: number) {
  return function readWholeNumber(text: string): number {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
    if (!(value >= min && value <= max)) throw new Expected(`a whole number from ${min} to ${max}`);
    return value;
  };
}

export function readSwitch(text: string): boolean {
  if (/^(1|on|true|yes)$/i.test(text)) return true;
  if (/^(0|off|false|no)$/i.test(text)) return false;
  throw new Expected('"on" or "off"');
}

export function oneOf<Value extends string>(values: readonly Value[]) {
  return function readOneOf(text: string): Value {
    const found = values.find((value) => value === text);
    if (found === undefined) throw new Expected(`one of ${values.map((value) => `"${value}"`).join(', ')}`);
    return found;
  };
}

export function readHost(text: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(text)) throw new Expected('a host name or an IP address, such as 127.0.0.1');
  return text;
}

export function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  if (!isPlain) throw new Expected('an http(s) address without credentials, query or fragment');
  return text.replace(/\/+$/, '');
}

export function readKey(text: string): KeyObject {
  const key = readPublicKey(text);
  if (!key)
    throw new Expected(
      'the Ed25519 key that GET /supergraph/key of the registry answers, in one line or as PEM',
    );
  return key;
}

export function readOrigins(text: string): string[] {
  return text
    .split(',')
    .map((part) => readOrigin(part.trim()))
    .filter((origin) => origin !== '');
}

function readOrigin(text: string): string {
  if (text === '') return '';
  if (URL.canParse(text) && /^https?:\/\//.test(text) && new URL(text).origin === text) return text;
  throw new Expected('origins separated by commas, such as https://app.example.org (no path, no *)');
}
