// A table that is ready to be written to a file: texts only, already harmless.

export interface Table {
  /** Name of the sheet. */
  name: string;
  titles: string[];
  rows: string[][];
}

export interface Document {
  /** What stands before the tables: in a first sheet, or in the first lines. */
  preface: Table;
  tables: Table[];
}

export type Format = 'xlsx' | 'csv';
