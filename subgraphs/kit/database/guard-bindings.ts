// Keeps a value that SQLite cannot store from ending the process: libsql panics at one, here its statement fails.

export interface SqliteConnection {
  exec: (sql: string) => void;
  prepare: (sql: string) => SqliteStatement;
  close: () => void;
}

type Call = (...values: unknown[]) => unknown;

interface SqliteStatement {
  all: Call;
  run: Call;
}

export function guardBindings(connection: SqliteConnection): void {
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => {
    const statement = prepare(sql);
    return Object.assign(statement, {
      all: guarded(statement, statement.all),
      run: guarded(statement, statement.run),
    });
  };
}

function guarded(statement: SqliteStatement, call: Call): Call {
  return (...values) => {
    const bad = values.find((value) => !isStorable(value));
    if (bad !== undefined)
      throw new TypeError(`SQLite cannot store ${String(bad)}; expected text, a number or null`);
    // As one list: libsql takes a null that stands alone for a missing object of named values.
    return call.call(statement, values);
  };
}

function isStorable(value: unknown): boolean {
  return value === null || ['string', 'number', 'bigint', 'undefined'].includes(typeof value);
}
