// What the registry refused, in its own words.

export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }

  get isOfPermission(): boolean {
    return this.code === 'UNAUTHENTICATED' || this.code === 'FORBIDDEN';
  }
}
