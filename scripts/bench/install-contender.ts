// Installs contenders by name without measuring them: a test runs the graph on Hive Gateway too. Exits with 1 and npm's reason when it cannot.
import { CONTENDERS } from './contender';
import { installPackages } from './install-packages';

function install(name: string): void {
  const contender = CONTENDERS.find((each) => each.name === name);
  if (!contender)
    throw new Error(`There is no contender "${name}": ${CONTENDERS.map((each) => each.name).join(', ')}.`);
  if (contender.packages) installPackages(contender.packages);
}

try {
  process.argv.slice(2).forEach(install);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
