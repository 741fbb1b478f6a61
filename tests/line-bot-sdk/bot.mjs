// A bot as LINE's SDK has one written: it checks signatures with the SDK's middleware and answers with the SDK's client.
// It says on its first line where it listens.
import { createServer } from 'node:http';
import { messagingApi, middleware } from '@line/bot-sdk';

const { LINE_API, LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN } = process.env;
const line = new messagingApi.MessagingApiClient({ channelAccessToken: LINE_CHANNEL_ACCESS_TOKEN, baseURL: LINE_API });
const check = middleware({ channelSecret: LINE_CHANNEL_SECRET });

const answers = {
  follow: async event => {
    const { displayName } = await line.getProfile(event.source.userId);
    return { type: 'text', text: `${displayName}さん、はじめまして` };
  },
  message: async event => ({
    type: 'flex',
    altText: event.message.text,
    contents: {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: event.message.text, wrap: true }] },
    },
    quickReply: { items: [{ type: 'action', action: { type: 'postback', label: 'もう一度', data: 'again' } }] },
  }),
  postback: async event => ({ type: 'text', text: event.postback.data }),
};

const server = createServer((request, response) => check(request, response, async error => {
  if (error) return response.writeHead(401).end();
  response.writeHead(200).end();
  for (const event of request.body.events) {
    const answer = event.replyToken && await answers[event.type]?.(event);
    if (answer) await line.replyMessage({ replyToken: event.replyToken, messages: [answer] });
  }
}));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
