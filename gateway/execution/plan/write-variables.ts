// The variables of a fetch as JSON text: the client's that it uses, and the representations.

type WriteVariables = (
  variables: Readonly<Record<string, unknown>>,
  representations: string[] | undefined,
) => string;

export function compileVariables(usages: string[] | undefined): WriteVariables {
  const names = (usages ?? []).map((name) => ({ name, start: `${JSON.stringify(name)}:` }));
  return (variables, representations) => {
    let text = '';
    for (const { name, start } of names) {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (value !== undefined) text += `${text && ','}${start}${JSON.stringify(value)}`;
    }
    if (representations) text += `${text && ','}"representations":[${representations.join(',')}]`;
    return `{${text}}`;
  };
}
