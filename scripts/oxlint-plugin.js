// Rules of this house that oxlint does not carry. The time is an argument (`now`, `at`), so that what is computed
// today can be computed again: `new Date(text)` parses, `new Date()` reads the clock.
const noClock = {
  create: (context) => {
    const refuse = (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        context.report({ node, message: 'Take the time as an argument instead of reading the clock.' })
      }
    }
    return { NewExpression: refuse, CallExpression: refuse }
  },
}

// eslint-style plugins are default exports.
export default { meta: { name: 'kith' }, rules: { 'no-clock': noClock } }
