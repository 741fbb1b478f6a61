// Calls everything that LINE's SDK can call of what the simulator plays, in an order in which it all succeeds.
// Reads one JSON object with what it needs; writes one JSON line for each call, with its answer or its error.
import { createPrivateKey, sign } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { channelAccessToken, insight, messagingApi } from '@line/bot-sdk';

const given = JSON.parse(await text(process.stdin));
const config = { channelAccessToken: given.token, baseURL: given.api };
const line = new messagingApi.MessagingApiClient(config);
const files = new messagingApi.MessagingApiBlobClient(config);
const figures = new insight.InsightClient(config);
const tokens = new channelAccessToken.ChannelAccessTokenClient({ baseURL: given.api });

async function call(what, act) {
  try {
    const answer = await act();
    console.log(JSON.stringify({ call: what, answer }));
    return answer;
  } catch (error) {
    console.log(JSON.stringify({ call: what, status: error.status, error: error.body ?? String(error) }));
    return {};
  }
}

const part = json => Buffer.from(JSON.stringify(json)).toString('base64url');
function assertion(claims) {
  const now = Math.floor(given.now / 1000);
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: given.keyId })}.${part({
    iss: given.channelId, sub: given.channelId, aud: 'https://api.line.me/', exp: now + 1800, ...claims,
  })}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), createPrivateKey(given.privateKey)).toString('base64url')}`;
}

const messages = [{ type: 'text', text: 'こんにちは' }];
const [user, other] = given.users;
const bearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

// Tokens of every kind.
const short = await call('issueChannelToken', () => tokens.issueChannelToken('client_credentials', given.channelId, given.channelSecret));
await call('verifyChannelToken', () => tokens.verifyChannelToken(short.access_token));
await call('revokeChannelToken', () => tokens.revokeChannelToken(short.access_token));
const keyed = await call('issueChannelTokenByJWT', () => tokens.issueChannelTokenByJWT('client_credentials', bearer, assertion({ token_exp: 3600 })));
await call('verifyChannelTokenByJWT', () => tokens.verifyChannelTokenByJWT(keyed.access_token));
await call('getsAllValidChannelAccessTokenKeyIds', () => tokens.getsAllValidChannelAccessTokenKeyIds(bearer, assertion({})));
await call('revokeChannelTokenByJWT', () => tokens.revokeChannelTokenByJWT(given.channelId, given.channelSecret, keyed.access_token));
await call('issueStatelessChannelTokenByClientSecret', () => tokens.issueStatelessChannelTokenByClientSecret(given.channelId, given.channelSecret));
await call('issueStatelessChannelTokenByJWTAssertion', () => tokens.issueStatelessChannelTokenByJWTAssertion(assertion({})));

// The account, its friends, its webhook.
await call('getBotInfo', () => line.getBotInfo());
await call('getProfile', () => line.getProfile(user));
await call('getFollowers', () => line.getFollowers(undefined, 1));
await call('issueLinkToken', () => line.issueLinkToken(user));
await call('setWebhookEndpoint', () => line.setWebhookEndpoint({ endpoint: given.webhook }));
await call('getWebhookEndpoint', () => line.getWebhookEndpoint());
await call('testWebhookEndpoint', () => line.testWebhookEndpoint({ endpoint: given.webhook }));

// Messages, and the second try of one.
await call('replyMessage', () => line.replyMessage({ replyToken: given.replyToken, messages }));
await call('replyMessage again', () => line.replyMessage({ replyToken: given.replyToken, messages }));
const key = crypto.randomUUID();
await call('pushMessage', () => line.pushMessage({ to: user, messages, customAggregationUnits: ['spring'] }, key));
await call('pushMessage again', () => line.pushMessage({ to: user, messages, customAggregationUnits: ['spring'] }, key));
await call('multicast', () => line.multicast({ to: [user, other], messages }, crypto.randomUUID()));
await call('broadcast', () => line.broadcast({ messages }, crypto.randomUUID()));
const narrowcast = await call('narrowcast', async () => {
  const { httpResponse } = await line.narrowcastWithHttpInfo({ messages, limit: { max: 1 } }, crypto.randomUUID());
  return { requestId: httpResponse.headers.get('x-line-request-id') };
});
await call('getNarrowcastProgress', () => line.getNarrowcastProgress(narrowcast.requestId));
for (const way of ['Reply', 'Push', 'Multicast', 'Narrowcast', 'Broadcast'])
  await call(`validate${way}`, () => line[`validate${way}`]({ messages }));
await call('validatePush of nonsense', () => line.validatePush({ messages: [{ type: 'text', text: '' }] }));
await call('showLoadingAnimation', () => line.showLoadingAnimation({ chatId: user, loadingSeconds: 10 }));
await call('markMessagesAsReadByToken', () => line.markMessagesAsReadByToken({ markAsReadToken: given.markAsReadToken }));
await call('markMessagesAsRead', () => line.markMessagesAsRead({ chat: { userId: user } }));

// What people sent.
await call('getMessageContent', async () => (await text(await files.getMessageContent(given.imageId))).length);
await call('getMessageContentPreview', async () => (await text(await files.getMessageContentPreview(given.imageId))).length);
await call('getMessageContentTranscodingByMessageId', () => files.getMessageContentTranscodingByMessageId(given.videoId));

// Counts.
await call('getMessageQuota', () => line.getMessageQuota());
await call('getMessageQuotaConsumption', () => line.getMessageQuotaConsumption());
for (const way of ['Reply', 'Push', 'Multicast', 'Broadcast'])
  await call(`getNumberOfSent${way}Messages`, () => line[`getNumberOfSent${way}Messages`](given.yesterday));
await call('getAggregationUnitUsage', () => line.getAggregationUnitUsage());
await call('getAggregationUnitNameList', () => line.getAggregationUnitNameList());
await call('getNumberOfMessageDeliveries', () => figures.getNumberOfMessageDeliveries(given.yesterday));
await call('getNumberOfFollowers', () => figures.getNumberOfFollowers(given.yesterday));
await call('getFriendsDemographics', () => figures.getFriendsDemographics());

// Rich menus, from the first to nobody having one.
const menu = {
  size: { width: 800, height: 250 }, selected: true, name: 'menu', chatBarText: 'メニュー',
  areas: [{ bounds: { x: 0, y: 0, width: 800, height: 250 }, action: { type: 'postback', label: '残量', data: 'data-remaining@1' } }],
};
await call('validateRichMenuObject', () => line.validateRichMenuObject(menu));
const { richMenuId: first } = await call('createRichMenu', () => line.createRichMenu(menu));
const { richMenuId: second } = await call('createRichMenu', () => line.createRichMenu(menu));
for (const id of [first, second])
  await call('setRichMenuImage', () => files.setRichMenuImage(id, new Blob([Buffer.from(given.menuImage, 'base64')], { type: 'image/png' })));
await call('getRichMenuImage', async () => (await text(await files.getRichMenuImage(first))).length > 0);
await call('getRichMenu', () => line.getRichMenu(first));
await call('getRichMenuList', () => line.getRichMenuList());
await call('setDefaultRichMenu', () => line.setDefaultRichMenu(first));
await call('getDefaultRichMenuId', () => line.getDefaultRichMenuId());
await call('cancelDefaultRichMenu', () => line.cancelDefaultRichMenu());
await call('linkRichMenuIdToUser', () => line.linkRichMenuIdToUser(user, first));
await call('getRichMenuIdOfUser', () => line.getRichMenuIdOfUser(user));
await call('unlinkRichMenuIdFromUser', () => line.unlinkRichMenuIdFromUser(user));
await call('linkRichMenuIdToUsers', () => line.linkRichMenuIdToUsers({ richMenuId: first, userIds: [user, other] }));
await call('unlinkRichMenuIdFromUsers', () => line.unlinkRichMenuIdFromUsers({ userIds: [other] }));
const batch = { operations: [{ type: 'link', from: first, to: second }] };
await call('validateRichMenuBatchRequest', () => line.validateRichMenuBatchRequest(batch));
const batched = await call('richMenuBatch', async () => {
  const { httpResponse } = await line.richMenuBatchWithHttpInfo(batch);
  return { requestId: httpResponse.headers.get('x-line-request-id') };
});
await call('getRichMenuBatchProgress', () => line.getRichMenuBatchProgress(batched.requestId));
await call('createRichMenuAlias', () => line.createRichMenuAlias({ richMenuAliasId: 'alias', richMenuId: first }));
await call('updateRichMenuAlias', () => line.updateRichMenuAlias('alias', { richMenuId: second }));
await call('getRichMenuAlias', () => line.getRichMenuAlias('alias'));
await call('getRichMenuAliasList', () => line.getRichMenuAliasList());
await call('deleteRichMenuAlias', () => line.deleteRichMenuAlias('alias'));
await call('deleteRichMenu', () => line.deleteRichMenu(first));
