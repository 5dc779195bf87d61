import { documentRules } from "#lib/articles/checklist-documents.ts";
import { markupRules } from "#lib/articles/checklist-markup.ts";
import { privacyRules } from "#lib/articles/checklist-privacy.ts";
import { type Draft, type Finding, readDraft } from "#lib/articles/checklist-rule.ts";
import { textRules } from "#lib/articles/checklist-text.ts";
import { titleRules } from "#lib/articles/checklist-title.ts";
import { weekdayRule } from "#lib/articles/checklist-weekday.ts";

const RULES = [...titleRules, ...markupRules, ...privacyRules, weekdayRule, ...documentRules, ...textRules];

/** A text with the same slip a thousand times is told of it this often. */
const MOST = 10;

/**
 * What an editor should look at before publishing, in sentences. Blockers must be mended; a warning may be overridden
 * with a reason, which the publisher's mutation audits. `knownHosts` are the outside hosts that published articles link to.
 */
export function checkBeforePublishing(draft: Draft) {
  const reading = readDraft(draft);
  const results = RULES.map((rule) => ({ ...rule, findings: rule.find(reading).slice(0, MOST) }));
  const failed = (level: "blocker" | "warning"): Finding[] =>
    results
      .filter((result) => result.level === level)
      .flatMap(({ rule, findings }) => findings.map((finding) => ({ rule, ...finding })));

  return {
    blockers: failed("blocker"),
    warnings: failed("warning"),
    passed: results
      .filter(({ findings }) => findings.length === 0)
      .map(({ rule, passed }) => ({ rule, sentence: passed })),
  };
}
