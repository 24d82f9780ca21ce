// A copy of JSON data, for a second place that must not grow together with the first.

export function cloneData<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  return (
    Array.isArray(value) ? value.map(cloneData) : cloneObject(value as Record<string, unknown>)
  ) as Value;
}

function cloneObject(object: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key in object) {
    const value = cloneData(object[key]);
    // Assigning `__proto__`, which may be a response name, would change the object's prototype.
    if (key !== '__proto__') copy[key] = value;
    else Object.defineProperty(copy, key, { value, configurable: true, enumerable: true, writable: true });
  }
  return copy;
}
