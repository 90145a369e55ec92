// Checks an AsyncAPI document with AsyncAPI's own parser and makes one HTML file of it, with all that the file needs in it:
// node page.mjs DOCUMENT PAGE
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import asyncapi from "@asyncapi/parser";
import component from "@asyncapi/react-component";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

const WARNING = 1; // 0 is an error; what is above is a hint

const CONFIG = { show: { sidebar: true }, sidebar: { showOperations: "byDefault" } };

const shipped = (file) => readFileSync(createRequire(import.meta.url).resolve(`@asyncapi/react-component/${file}`), "utf8");

function page(document) {
  const data = asyncapi.stringify(document).replaceAll("<", "\\u003c"); // no text of it may end the script
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info().title()}: topics and records</title>
<style>${shipped("styles/default.min.css")}</style>
</head>
<body>
<div id="page">${renderToString(createElement(component.default, { schema: document, config: CONFIG }))}</div>
<script>${shipped("browser/standalone/without-parser.js")}</script>
<script>
AsyncApiStandalone.render({ schema: ${data}, config: ${JSON.stringify(CONFIG)} }, document.getElementById("page"));
</script>
</body>
</html>
`;
}

const [source, target] = process.argv.slice(2);
const { document, diagnostics } = await new asyncapi.Parser().parse(readFileSync(source, "utf8"));
for (const found of diagnostics) console.error(`${source}: ${found.path.join(".")}: ${found.message}`);
if (diagnostics.some((found) => found.severity <= WARNING)) process.exit(1);
writeFileSync(target, page(document));
