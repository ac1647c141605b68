/**
 * The seed of a property test: that of the environment’s `SEED`, by which a failure is found again or others are looked
 * for, or else the usual one.
 */
export const seedOr = (usual: number): number => Number(process.env['SEED'] ?? usual);
