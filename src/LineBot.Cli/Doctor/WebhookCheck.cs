using Line.Messaging;

namespace LineBot.Cli.Doctor;

/// <summary>Whether LINE sends webhooks, where to, and what it is answered there: LINE's own test call says so.</summary>
internal sealed class WebhookCheck(Examination on) : Check(on, "webhook")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        if (On.PublicBaseUrl is not { } service || (await On.BotAsync()).Trouble is not null)
        {
            yield return Unknown(On.PublicBaseUrl is null ? "settings" : "channel");
            yield break;
        }
        var wanted = $"{service.AbsoluteUri.TrimEnd('/')}/webhook";
        var asked = await On.AskAsync((channel, cancel) => channel.Line.GetWebhookEndpointAsync(cancel));
        if (asked.Trouble is { } trouble)
        {
            yield return Unknown(trouble);
            yield break;
        }
        if (asked.Value is not { } endpoint)
        {
            yield return Wrong(
                Say("webhook URL が設定されていません。", "No webhook URL is set."), Silence,
                Say($"LINE Developers コンソール > Messaging API設定 > Webhook URL に {wanted} を設定してください (linebot setup でも設定できます)。",
                    $"LINE Developers console > Messaging API > Webhook URL: set {wanted} (linebot setup does it, too)."));
            yield break;
        }
        if (!Uri.TryCreate(endpoint.Endpoint, UriKind.Absolute, out var address) || address.AbsoluteUri != wanted)
        {
            yield return Wrong(
                Say($"webhook URL は {endpoint.Endpoint} で、PublicBaseUrl からは {wanted} のはずです。", $"The webhook URL is {endpoint.Endpoint}; by PublicBaseUrl it has to be {wanted}."),
                Say("LINE は別のところに送っています。", "LINE sends to somebody else."),
                Say("どちらかを直してください: LINE Developers コンソール > Messaging API設定 > Webhook URL、または設定 PublicBaseUrl。",
                    "Mend one of them: LINE Developers console > Messaging API > Webhook URL, or the setting PublicBaseUrl."));
        }
        if (!endpoint.Active)
        {
            yield return Wrong(
                Say("「Webhookの利用」がオフです。", "\"Use webhook\" is off."), Silence,
                Say("LINE Developers コンソール > Messaging API設定 > Webhookの利用 をオンにしてください。", "LINE Developers console > Messaging API > Use webhook: switch it on."));
        }
        var tested = await On.AskAsync((channel, cancel) => channel.Line.TestWebhookEndpointAsync(null, cancel));
        yield return tested.Trouble is { } failure ? Unknown(failure) : Told(endpoint.Endpoint, tested.Value!);
    }

    private string Silence => Say("お客さまの操作がサービスに届きません。", "Nothing that customers do reaches the service.");

    private Finding Told(string endpoint, WebhookTest test)
    {
        if (test.Success)
            return Ok(Say($"{endpoint} は LINE のテストに 200 を返しました。", $"{endpoint} answered LINE's test call with 200."));
        var what = test.StatusCode == 0
            ? Say($"LINE のテストは {endpoint} に届きませんでした: {test.Reason} {test.Detail}", $"LINE's test call got no answer from {endpoint}: {test.Reason} {test.Detail}")
            : Say($"{endpoint} は LINE のテストに {test.StatusCode} を返しました。", $"{endpoint} answered LINE's test call with {test.StatusCode}.");
        return Wrong(what, Silence, test.StatusCode switch
        {
            0 => Say("サービスとプロキシが動いているか、ファイアウォール、証明書 (自己署名は不可)、2 秒以内に答えているかを確認してください。",
                "See that service and proxy run; check the firewall, the certificate (none of one's own making), and that the answer takes less than 2 s."),
            401 => Say("動いているサービスの Line:ChannelSecret がこのチャネルのものではありません。直して再起動してください。",
                "The running service's Line:ChannelSecret is not this channel's. Mend it and restart."),
            503 => Say("サービスは動いていますが、受け付けられません: linebot health", "The service runs and takes nothing: linebot health"),
            _ => Say("その URL で答えているのはこのサービスではありません。プロキシの転送先を確認してください。",
                "Something else than this service answers there. See where the proxy passes it on to."),
        });
    }
}
