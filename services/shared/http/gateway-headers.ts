/** Header in which the gateway vouches for a request. `authorization` stays free for what the client itself sends. */
export const GATEWAY_TOKEN_HEADER = 'x-gateway-token';

/** Header in which the gateway tells the address of the client. Whatever a client sends in it is replaced. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';
