// Columns that every list has besides its own: which row it is, whose, and in which state.

export const ID_HEADING = '编号';
export const OWNER_HEADING = '所属单位';
/** Told in exports; nothing is read from it. */
export const STATE_HEADING = '状态';
