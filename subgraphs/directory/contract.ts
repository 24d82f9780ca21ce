// The contract `directory`: who the organizations are, the code lists that all share, and the documents behind the facts. Only the street serves it.

export const directory = { name: 'directory', sharded: false };
