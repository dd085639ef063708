import { makeGatewayKeys } from '../services/shared/execution/gateway-token.ts';

/** `npm run -s keys` prints a fresh key pair as settings: the gateway's half and the services'. */
const { signingKey, verificationKey } = await makeGatewayKeys();
console.log(`GATEWAY_SIGNING_KEY=${signingKey}\nGATEWAY_VERIFICATION_KEY=${verificationKey}`);
