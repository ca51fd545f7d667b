#!/usr/bin/env bash
# Checks and plans the fleet in the current folder, in a job of any CI. Ends like `tenantry plan`, or like
# `tenantry check` where only that found something.
#   TENANTRY_BASE     what to compare with
#   TENANTRY_REPORTS  folder for plan.json and comment.md
#   TENANTRY_CONFIRM  optional: how many stacks of each group the real engine previews
set -u -o pipefail
: "${TENANTRY_BASE:?what to compare with, for example origin/main}"
: "${TENANTRY_REPORTS:?a folder for the reports}"

tenantry() {
  node --disable-warning=ExperimentalWarning cli/main.ts "$@"
}

mkdir -p "$TENANTRY_REPORTS"
# What an earlier run left would pass for this one's.
rm -f "$TENANTRY_REPORTS/plan.json" "$TENANTRY_REPORTS/comment.md"
code=0
tenantry check || code=$?

words=(plan --base "$TENANTRY_BASE" --output "$TENANTRY_REPORTS/plan.json")
if [ -n "${TENANTRY_CONFIRM:-}" ]; then
  words+=(--confirm "$TENANTRY_CONFIRM")
fi
planned=0
tenantry "${words[@]}" || planned=$?

if [ -f "$TENANTRY_REPORTS/plan.json" ]; then
  tenantry comment "$TENANTRY_REPORTS/plan.json" --dry-run >"$TENANTRY_REPORTS/comment.md" || code=$?
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    cat "$TENANTRY_REPORTS/comment.md" >>"$GITHUB_STEP_SUMMARY"
  fi
fi
if [ "$planned" -ne 0 ]; then
  exit "$planned"
fi
exit "$code"
