/**
 * Names a module of ours for `new Worker(…)`: the `.ts` beside its caller when the sources run directly, the `.js`
 * once the package is compiled (a URL in a string is not rewritten by the compiler).
 */
export function siblingModule(name: `./${string}`, caller: string): URL {
  return new URL(`${name}${caller.endsWith('.ts') ? '.ts' : '.js'}`, caller);
}
