import { bodiesFull } from './errors.ts';

/** Memory that strangers can make a hub hold: bodies that come, and blobs whose readers take their time. */
export interface HeldBytes {
  /** @throws GristmillError `BODIES_FULL`, and then holds no more than before */
  hold(bytes: number): void;
  release(bytes: number): void;
}

export function createHeldBytes(bytesMax: number): HeldBytes {
  let bytesHeld = 0;
  return {
    hold(bytes) {
      if (bytesHeld + bytes > bytesMax) throw bodiesFull(bytesMax);
      bytesHeld += bytes;
    },
    release(bytes) {
      bytesHeld -= bytes;
    },
  };
}
