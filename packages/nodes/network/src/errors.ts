import { GristmillError } from '@gristmill/protocol';

const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`;

export function addressMalformed(address: string, why: string, cause?: unknown): GristmillError {
  return new GristmillError('ADDRESS_MALFORMED', `"${address}" is not an address to dial: ${why}.`, {
    hint: 'Give a multiaddr such as /ip4/127.0.0.1/tcp/4001/p2p/16Uiu2HA…, as the hub prints it when it starts.',
    cause,
  });
}

export function listenFailed(listen: readonly string[], cause: unknown): GristmillError {
  return new GristmillError('LISTEN_FAILED', `Cannot listen on ${listen.join(', ')}: ${messageOf(cause)}`, {
    hint: 'Check that no other program uses the port and that the address belongs to this device; port 0 takes any free port.',
    fault: 'configuration',
    cause,
  });
}

export function peerUnreachable(where: string, why: string, cause?: unknown): GristmillError {
  return new GristmillError('PEER_UNREACHABLE', `Nothing usable answers at ${where}: ${why}`, {
    hint: 'Check that the hub is running, that the address and port are the ones it prints, and that no firewall is between.',
    fault: 'peer',
    cause,
  });
}

export function peerUnverified(address: string, cause: unknown): GristmillError {
  return new GristmillError(
    'PEER_UNVERIFIED',
    `What answers at ${address} does not hold the key that the address names.`,
    {
      hint: 'Take the address again from the hub: it may have a new key, or another program may have its port.',
      fault: 'peer',
      cause,
    },
  );
}

export function protocolUnsupported(where: string, protocol: string, cause: unknown): GristmillError {
  return new GristmillError('PROTOCOL_UNSUPPORTED', `The peer at ${where} does not speak ${protocol}.`, {
    hint: 'Check that both ends run the same version of Gristmill.',
    fault: 'peer',
    cause,
  });
}

export function transportStopped(): GristmillError {
  return new GristmillError('TRANSPORT_STOPPED', 'This device has left the network: its transport was stopped.', {
    hint: 'Make a new transport with createTransport.',
    fault: 'internal',
  });
}

export function streamClosed(peer: string): GristmillError {
  return new GristmillError('STREAM_CLOSED', `The work stream with ${peer} is closed.`, {
    hint: 'Send again on the next stream; keepConnected opens it.',
    fault: 'peer',
  });
}

export function sendQueueFull(peer: string, queuedBytes: number, queuedBytesMax: number): GristmillError {
  return new GristmillError(
    'SEND_QUEUE_FULL',
    `${mebibytes(queuedBytes)} wait for ${peer}, more than the ${mebibytes(queuedBytesMax)} allowed; the stream is closed.`,
    { hint: 'The peer reads too slowly or not at all: send less at a time, or look at that peer.', fault: 'peer' },
  );
}

export function messageTooLarge(type: string, messageBytes: number, messageBytesMax: number): GristmillError {
  return new GristmillError(
    'MESSAGE_TOO_LARGE',
    `A ${type} message of ${mebibytes(messageBytes)} does not fit a frame of at most ${mebibytes(messageBytesMax)}.`,
    { hint: 'Send large content as a blob and name it by its CID.', fault: 'internal' },
  );
}

export function frameTooLarge(frameBytesMax: number): GristmillError {
  return new GristmillError('FRAME_TOO_LARGE', `The peer announced a frame above ${mebibytes(frameBytesMax)}.`, {
    hint: 'Send smaller frames; large content travels as blobs.',
    fault: 'peer',
  });
}

export function protocolViolation(why: string, cause?: unknown): GristmillError {
  return new GristmillError('PROTOCOL_VIOLATION', `The peer sent what the protocol does not allow: ${why}`, {
    hint: 'Check that both ends run the same version of Gristmill.',
    fault: 'peer',
    cause,
  });
}

export function blobNotFound(name: string, peer: string): GristmillError {
  return new GristmillError('BLOB_NOT_FOUND', `Peer ${peer} does not have blob ${name}.`, {
    hint: 'Ask another peer, or put the content there first.',
    fault: 'peer',
  });
}

export function blobCorrupt(name: string, peer: string): GristmillError {
  return new GristmillError('BLOB_CORRUPT', `What peer ${peer} sent for ${name} does not hash to that name.`, {
    hint: 'Ask another peer: this one has damaged content, or lies.',
    fault: 'peer',
  });
}

export function blobTooLarge(name: string, blobBytes: number, blobBytesMax: number): GristmillError {
  return new GristmillError(
    'BLOB_TOO_LARGE',
    `Blob ${name} has ${blobBytes} bytes; at most ${blobBytesMax} (${mebibytes(blobBytesMax)}) are fetched.`,
    { hint: 'Split the content into smaller blobs.' },
  );
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
