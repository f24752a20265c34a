// Every call of the JavaScript SDK's connector client once: node connector.cjs <serviceUrl> <activity as JSON> <conversation id> <activity id>
const { print } = require('./globals.cjs');
const { ConnectorClient } = require('botframework-connector');

const [serviceUrl, json, conversation, id] = process.argv.slice(2);
const credentials = {
  signRequest: async request => {
    request.headers.set('authorization', 'Bearer bot-token-1');
    return request;
  },
};
const client = new ConnectorClient(credentials, { baseUri: serviceUrl, noRetryPolicy: true });
const conversations = client.conversations;
const activity = () => JSON.parse(json);

(async () => {
  const answers = [
    await conversations.sendToConversation(conversation, activity()),
    await conversations.replyToActivity(conversation, id, activity()),
    await conversations.updateActivity(conversation, id, activity()),
    await conversations.deleteActivity(conversation, id),
    await conversations.createConversation({
      isGroup: true, bot: { id: '28:bot' }, members: [{ id: '29:ana', name: 'Ana' }], topicName: 'Topic', tenantId: 't',
      activity: activity(), channelData: { channel: { id: '19:x' } },
    }),
    await conversations.getConversationMembers(conversation),
    await conversations.getConversationMember(conversation, '29:ana'),
    await conversations.getConversationPagedMembers(conversation, { pageSize: 50, continuationToken: 'more/+=' }),
    await conversations.uploadAttachment(conversation, { type: 'image/png', name: 'a.png', originalBase64: new Uint8Array([1, 2, 255]) }),
  ];
  answers.forEach(answer => print(answer.parsedBody ?? JSON.parse(answer._response?.bodyAsText || 'null')));
})().catch(error => { console.error(error); process.exit(1); });
