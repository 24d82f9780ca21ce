// A copy of JSON data, for a second place that must not grow together with the first.

export function cloneData<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneData) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cloneData(member)])) as Value;
}
