// The JavaScript SDK's validation of channel tokens: node tokens.cjs <OpenID metadata> <app id>, then one question per line.
const { print, heard } = require('./globals.cjs');
const { ChannelValidation, JwtTokenValidation, SimpleCredentialProvider } = require('botframework-connector');

const [metadata, appId] = process.argv.slice(2);
ChannelValidation.OpenIdMetadataEndpoint = metadata;
const credentials = new SimpleCredentialProvider(appId, '');

heard(async ({ activity, authorization }) => {
  try {
    const identity = await JwtTokenValidation.authenticateRequest(activity, authorization, credentials, '');
    print({ isAccepted: identity.isAuthenticated });
  } catch (error) {
    print({ isAccepted: false, because: error.message });
  }
});
