/** Whether the engine's complaint is that there is no such stack. */
export const isStackMissing = (complaint: string): boolean => /no stack named .* found/.test(complaint);
