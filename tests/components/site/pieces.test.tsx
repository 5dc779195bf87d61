import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { JsonLd } from "#components/site/json-ld.tsx";
import { Pieces } from "#components/site/pieces.tsx";

test("a marked text cannot be markup", () => {
  const html = renderToStaticMarkup(
    <Pieces
      pieces={[
        { text: "<img>", hit: true },
        { text: "&", hit: false },
      ]}
    />,
  );
  expect(html).toBe("<mark>&lt;img&gt;</mark>&amp;");
});

test("structured data cannot end its script", () => {
  const html = renderToStaticMarkup(<JsonLd data={{ headline: "</script><script>alert(1)</script>" }} />);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html).not.toContain("<script>alert");
});
