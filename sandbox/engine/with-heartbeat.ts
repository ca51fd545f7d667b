const heartbeatMilliseconds = 15_000;

/** Runs `work` and says every 15 seconds how long it has been going, so that silence never looks like a hang. */
export async function withHeartbeat<Result>(
  what: string,
  onProgress: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const begun = Date.now();
  const timer = setInterval(
    () => onProgress(`${what}: ${Math.round((Date.now() - begun) / 1000)} s`),
    heartbeatMilliseconds,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** A duration as people say it: `25 s`, `about 5 min`. */
export function spokenDuration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
