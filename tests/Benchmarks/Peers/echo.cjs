// The JavaScript SDK's echo bot: CloudAdapter and ActivityHandler, no authentication.
const express = require('express');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = require('botbuilder');

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(MessageFactory.text(context.activity.text));
      await next();
    });
  }

  // offline-directline names no recipient, and the handler would throw.
  async onTurnActivity(context) {
    context.activity.recipient ??= { id: 'bot' };
    await super.onTurnActivity(context);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '', MicrosoftAppPassword: '' }));
adapter.onTurnError = async (context, error) => console.error(error);
const bot = new EchoBot();
const app = express();
app.use(express.json());
app.post('/api/messages', (req, res) => adapter.process(req, res, (context) => bot.run(context)));
app.listen(Number(process.argv[2]), '127.0.0.1');
