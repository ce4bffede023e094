/** Seeds of the directories that figures are told of. Nothing is fitted on these. */
export const testSeeds: readonly number[] = [101, 102]
/** Seeds on which the shipped m, u and the calibration were looked at. */
export const fittingSeeds: readonly number[] = [9001, 9002, 9003]
