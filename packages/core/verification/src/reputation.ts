/**
 * What is known of a provider's conduct: counts of right and wrong results and of lapsed leases, in which each new
 * observation makes all earlier ones a little lighter.
 *
 * The Beta reputation system with forgetting: A. Jøsang and R. Ismail, "The Beta Reputation System", 15th Bled Electronic
 * Commerce Conference, 2002.
 */
export interface Standing {
  readonly right: number;
  readonly wrong: number;
  readonly lapsed: number;
}

/** Weight that an observation keeps with each later one: about the last fifty results count. */
const FORGETTING = 0.98;
/** One wrong result outweighs so many right ones: a liar must not earn its lies back cheaply. */
const WRONG_WEIGHT = 25;
/** A lapse costs time, not truth. */
const LAPSE_WEIGHT = 0.2;
/** From here on a provider is known by its results: seven right ones in a row, or what makes up for worse. */
const KNOWN_FROM = 0.8;
/** Weight of what is assumed before anything is known, and the reputation it starts from. */
const PRIOR_WEIGHT = 2;
const PRIOR_MEAN = 0.2;

/** Nothing known yet. A new identity is worth less than any that has behaved, so that shedding a bad name gains nothing. */
export const newcomer: Standing = { right: 0, wrong: 0, lapsed: 0 };

/** After a result that verification believed. */
export function afterRight(standing: Standing): Standing {
  const faded = fade(standing);
  return { ...faded, right: faded.right + 1 };
}

/** After a result that verification found wrong, or a breach of the protocol. */
export function afterWrong(standing: Standing): Standing {
  const faded = fade(standing);
  return { ...faded, wrong: faded.wrong + 1 };
}

/** After a lease that brought no result: expired, declined, or its device vanished. */
export function afterLapse(standing: Standing): Standing {
  const faded = fade(standing);
  return { ...faded, lapsed: faded.lapsed + 1 };
}

function fade({ right, wrong, lapsed }: Standing): Standing {
  return { right: right * FORGETTING, wrong: wrong * FORGETTING, lapsed: lapsed * FORGETTING };
}

/** The expected probability that its next lease ends in a right result, strictly between 0 and 1. */
export function reputationOf({ right, wrong, lapsed }: Standing): number {
  const against = WRONG_WEIGHT * wrong + LAPSE_WEIGHT * lapsed;
  return (right + PRIOR_WEIGHT * PRIOR_MEAN) / (right + against + PRIOR_WEIGHT);
}

/**
 * Whether its results alone, lapses forgiven, put it below a newcomer: then its word needs someone better beside it.
 */
export function isDistrusted(standing: Standing): boolean {
  return reputationOf({ ...standing, lapsed: 0 }) < PRIOR_MEAN;
}

/**
 * Whether its word counts, so that a result may be believed that it reported. Anyone can make any number of identities:
 * where bonds are asked for (`bondUnitsMin` above zero), one that put nothing at stake must first have been right often
 * enough beside those whose word counts. A bond is no pardon: who is distrusted stays so.
 */
export function isTrusted(standing: Standing, bondUnits: bigint, bondUnitsMin: bigint): boolean {
  if (isDistrusted(standing)) return false;
  return bondUnits >= bondUnitsMin || reputationOf(standing) >= KNOWN_FROM;
}
