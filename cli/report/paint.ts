import type colors from "picocolors";

/** Colours of a terminal, or none of them. */
export type Paint = ReturnType<typeof colors.createColors>;
