// When two answers count as the same: equal data and as many errors at equal paths, whatever the order of fields.

interface Answer {
  data?: unknown;
  errors?: { path?: unknown }[];
}

/** The moment of the answer is the only thing in it that differs from one to the next. */
export function withoutMoment(text: string): string {
  return text.replace(/"asOf":"[^"]*"/g, '"asOf":""');
}

/** A text that is equal for answers that are the same. */
export function canonicalAnswer(text: string): string {
  const { data, errors } = JSON.parse(withoutMoment(text)) as Answer;
  return JSON.stringify({
    data: sortKeys(data),
    errors: (errors ?? []).map(({ path }) => JSON.stringify(path)).sort(),
  });
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}
