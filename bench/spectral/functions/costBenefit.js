// Flags each claim of these kinds, at decision stage, that no supplied cost-benefit analysis covers.
const KINDS = new Set(["economies_of_scale", "financial_saving", "improved_outcomes", "demand_reduction", "cost_sharing"]);
const EARLY = new Set(["idea", "options", "consultation"]);
const JUDGED = new Set(["officer", "executive", "partner"]);
const SHOWN = new Set(["supplied", "verified"]);

export default function costBenefit(coding) {
  if (!Array.isArray(coding.claims)) return [];
  const shown = (coding.evidence ?? []).filter((e) => e.kind === "cost_benefit_analysis" && SHOWN.has(e.status));
  const everything = shown.some((e) => e.covers === "all");
  const covered = new Set(shown.flatMap((e) => (Array.isArray(e.covers) ? e.covers : [])));
  return coding.claims.flatMap((claim, index) => {
    const applies = JUDGED.has(claim.by) && !EARLY.has(claim.stage) && claim.kinds.some((kind) => KINDS.has(kind));
    if (!applies || everything || covered.has(claim.id)) return [];
    return [{ message: `${claim.id} has no cost-benefit analysis.`, path: ["claims", index] }];
  });
}
