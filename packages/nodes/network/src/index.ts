export { keepConnected, type KeepConnectedOptions } from './keep-connected.ts';
export { createTransport, type CreateTransportOptions } from './transport.ts';
