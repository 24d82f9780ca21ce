// Takes all that it gets of a core until it is ended.
process.send('busy', () => {
  for (;;);
});
