/** The part of the WebAssembly JavaScript API in use: the compiler's library without a browser's does not declare it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
    static customSections(module: Module, name: string): ArrayBuffer[];
  }
  class CompileError extends Error {}
  class Memory {
    constructor(descriptor: { initial: number; maximum: number; shared: true });
    readonly buffer: SharedArrayBuffer;
    /** Grows by whole pages of 64 KiB; throws a RangeError when it cannot. */
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports: { env: { memory: Memory; abort: () => never } });
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
