/**
 * The page at /api/docs: reads the API's own document and shows it for people. The reader is one file that the build
 * puts beside the web app (vite.config.ts); it loads nothing from elsewhere, and the content policy sees to that.
 */
export const apiReaderPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>kith API</title>
    <style>
      html, body { margin: 0; height: 100%; }
      openapi-explorer { display: block; height: 100%; }
    </style>
    <script src="/api-docs/openapi-explorer.min.js" defer></script>
  </head>
  <body>
    <noscript>This page needs JavaScript. The document itself is at /api/v1/openapi.json.</noscript>
    <openapi-explorer
      spec-url="/api/v1/openapi.json"
      hide-server-selection="true"
      hide-authentication="true"
      hide-console="true"
    ></openapi-explorer>
  </body>
</html>
`
