// The program that declares nothing: what it takes is the host's own.
export default async () => ({});
