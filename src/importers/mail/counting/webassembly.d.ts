/** What kith uses of https://webassembly.github.io/spec/js-api/; TypeScript has it only in its types of browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: unknown
  }
  type Memory = { readonly buffer: ArrayBuffer }
  type Global = { readonly value: unknown }
}
