// Where a value stands in the caller's answer.

export interface ResponsePath {
  prev: ResponsePath | undefined;
  key: string | number;
}

export function pathToArray(path: ResponsePath | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at; at = at.prev) keys.push(at.key);
  return keys.reverse();
}
