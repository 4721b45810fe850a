import { userInfo } from 'node:os';

/** Who sits here, for records that say who decided. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers have no name for their user.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
