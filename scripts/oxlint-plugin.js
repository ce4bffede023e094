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

// Attributes whose text the user sees or hears.
const seen = new Set(
  'alt aria-description aria-label aria-roledescription aria-valuetext description label message placeholder title'.split(
    ' ',
  ),
)
// The product's own name and marks without letters are the same in every language.
const isText = (text) => typeof text === 'string' && /\p{L}/u.test(text.replaceAll('kith', ''))
const literalOf = (node) =>
  node?.type === 'Literal'
    ? node.value
    : node?.type === 'TemplateLiteral'
      ? node.quasis.map((quasi) => quasi.value.raw).join('')
      : null
/** The pieces of text that an expression may give: itself, or either side of a choice. */
const choices = (node) =>
  node?.type === 'ConditionalExpression'
    ? [...choices(node.consequent), ...choices(node.alternate)]
    : node?.type === 'LogicalExpression'
      ? choices(node.right)
      : [literalOf(node)]

// Text on screen belongs in the catalogue (src/web/texts), or the other languages cannot say it.
const noBareText = {
  create: (context) => {
    const report = (node) =>
      context.report({
        node,
        message: 'Put this text into the catalogue (src/web/texts) and show it with t().',
      })
    return {
      JSXText: (node) => {
        if (isText(node.value)) report(node)
      },
      JSXExpressionContainer: (node) => {
        if (node.parent.type !== 'JSXAttribute' && choices(node.expression).some(isText)) report(node)
      },
      JSXAttribute: (node) => {
        const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value
        if (seen.has(node.name.name) && choices(value).some(isText)) report(node)
      },
      // Notices, columns and choices are told as objects; an address in the catalogue has no space.
      Property: (node) => {
        const said = choices(node.value).some((text) => isText(text) && text.includes(' '))
        if (said && seen.has(node.key.name ?? node.key.value)) report(node)
      },
    }
  },
}

// eslint-style plugins are default exports.
export default { meta: { name: 'kith' }, rules: { 'no-clock': noClock, 'no-bare-text': noBareText } }
