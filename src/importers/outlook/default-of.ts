/**
 * The default export of a CommonJS module that names it so: Node hands out the module around it, bundlers and test
 * runners what is in it.
 */
export const defaultOf = <Value extends object>(module: { readonly default: Value }): Value =>
  'default' in module ? module.default : (module as Value)
