using Line.Messaging;

namespace LineBot.Cli.Doctor;

/// <summary>Whether LINE takes the token, and whether the secret is of the same channel.</summary>
internal sealed class ChannelCheck(Examination on) : Check(on, "channel")
{
    private static readonly TimeSpan EndsSoon = TimeSpan.FromDays(7);

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var bot = await On.BotAsync();
        if (bot.Trouble is { } trouble)
        {
            yield return Wrong(trouble, Say("サービスはお客さまに答えられません。", "The service cannot answer anybody."));
            yield break;
        }
        var id = Settings.Value("Line:ChannelId");
        if (Settings.Value("Line:ChannelAccessToken") is { Length: > 0 } token)
        {
            var known = await KnownAsync(token);
            if (known.Value is { } info && info.ExpiresIn < EndsSoon)
                yield return Ending(info.ExpiresIn);
            if (known.Value is { } other && id.Length > 0 && other.ClientId != id)
            {
                yield return Wrong(
                    Say($"トークンはチャネル {other.ClientId} のもので、Line:ChannelId は {id} です。", $"The token is of channel {other.ClientId}, and Line:ChannelId is {id}."),
                    Say("二つのチャネルの値が混ざっています。", "Values of two channels are mixed."),
                    Say("LINE Developers コンソールの一つのチャネルから、値をすべてコピーし直してください。", "Copy all of them again from one channel in the LINE Developers console."));
                yield break;
            }
            id = known.Value?.ClientId ?? id;
        }
        yield return await SecretAsync(bot.Value!, id);
        if (Settings.Value("Line:PreviousChannelSecret").Length > 0)
        {
            yield return Advice(
                Say("Line:PreviousChannelSecret が設定されたままです。", "Line:PreviousChannelSecret is still set."),
                Say("交換した古いシークレットの署名も受け付けます。", "What is signed with the replaced secret is taken, too."),
                Say("交換から 1 時間たったら取り除き、再起動してください。", "Take it out an hour after the replacement, and restart."));
        }
    }

    /// <summary>What LINE knows of a token, asked where tokens of its form are known.</summary>
    private Task<Answer<ChannelTokenInfo>> KnownAsync(string token) => On.AskAsync((channel, cancel) =>
        token.Split('.').Length == 3 ? channel.Tokens.VerifyAsync(token, cancel) : channel.Tokens.VerifyLongLivedAsync(token, cancel));

    /// <summary>Whoever may have a token issued has the channel's secret. What is issued for it ends by itself.</summary>
    private async Task<Finding> SecretAsync(BotInfo bot, string channelId)
    {
        var secret = Settings.Value("Line:ChannelSecret");
        if (secret.Length == 0)
            return Wrong(
                Say("Line:ChannelSecret がありません。", "Line:ChannelSecret is missing."), Say("LINE の署名を確かめられません。", "LINE's signatures cannot be checked."),
                Say("LINE Developers コンソール > チャネル基本設定 からコピーしてください。", "Copy it from the LINE Developers console > Basic settings."));
        if (channelId.Length == 0)
            return Ok(Say($"{bot.DisplayName} ({bot.BasicId}): トークンは有効", $"{bot.DisplayName} ({bot.BasicId}): the token is good"));
        var issued = await On.AskAsync((channel, cancel) => channel.Tokens.IssueStatelessAsync(channelId, secret, cancel));
        if (issued.IsRefused)
        {
            return Wrong(
                Say($"Line:ChannelSecret はチャネル {channelId} のシークレットではありません。", $"Line:ChannelSecret is not the secret of channel {channelId}."),
                Say("LINE からの webhook をすべて 401 で断ります。", "All of LINE's webhooks are refused with 401."),
                Say("LINE Developers コンソール > チャネル基本設定 からコピーし直し、サービスを再起動してください。",
                    "Copy it again from the LINE Developers console > Basic settings, then restart the service."));
        }
        return issued.Trouble is { } trouble
            ? Unknown(trouble)
            : Ok(Say($"{bot.DisplayName} ({bot.BasicId}): トークンとシークレットは、ともにチャネル {channelId} のもの",
                $"{bot.DisplayName} ({bot.BasicId}): token and secret are of channel {channelId}"));
    }

    private Finding Ending(TimeSpan left) => Advice(
        Say($"トークンはあと {left.TotalDays:0.0} 日で切れます。", $"The token ends in {left.TotalDays:0.0} days."),
        Say("切れると、サービスはお客さまに答えられません。", "The service cannot answer anybody from then on."),
        Say("新しく発行するか、Line:ChannelAccessToken を消して Line:ChannelId を設定してください (必要なときに発行します)。",
            "Issue a new one, or take Line:ChannelAccessToken out and set Line:ChannelId: tokens are then issued as needed."));
}
