using LineBot.Cli.Doctor;
using LineBot.LineApi;

namespace LineBot.Cli.Setup;

/// <summary>Which channel, checked with LINE before anything is written.</summary>
internal sealed class ChannelStep(Shell shell, Interview interview, Draft draft)
{
    private const int SecretLength = 32;

    /// <summary>Where LINE is and where the service listens, which a rehearsal says otherwise.</summary>
    private static readonly (string Key, Uri Usual)[] Addresses =
    [
        ("Line:ApiBaseUrl", new LineOptions().ApiBaseUrl), ("Line:DataApiBaseUrl", new LineOptions().DataApiBaseUrl), ("Line:AccessBaseUrl", new LineOptions().AccessBaseUrl),
        ("Urls", new Uri("http://127.0.0.1:5000")),
    ];

    public async Task TakeAsync(CancellationToken cancel)
    {
        foreach (var (key, usual) in Addresses)
        {
            if (draft[key] != usual.OriginalString)
                draft[key] = draft[key];
        }
        interview.Tell(shell.Say(
            "LINE Developers コンソール (https://developers.line.biz/console/) で、Messaging API チャネルを開いてください。",
            "Open the Messaging API channel in the LINE Developers console (https://developers.line.biz/console/)."));
        do
        {
            Ask();
        }
        while (!await IsGoodAsync(cancel));
    }

    private void Ask()
    {
        draft["Line:ChannelId"] = interview.Ask(shell.Say("チャネルID (チャネル基本設定)", "Channel ID (Basic settings)"), draft["Line:ChannelId"],
            id => id.Length > 0 && id.All(char.IsAsciiDigit) ? null : shell.Say("数字だけの ID です。", "It is a number."));
        draft["Line:ChannelSecret"] = interview.AskSecret(shell.Say("チャネルシークレット (チャネル基本設定。表示しません)", "Channel secret (Basic settings; not shown)"), draft["Line:ChannelSecret"],
            secret => secret.Length == SecretLength && secret.All(char.IsAsciiHexDigitLower) ? null
                : shell.Say($"{SecretLength} 文字で、0〜9 と a〜f だけです。", $"It has {SecretLength} characters, each 0-9 or a-f."));
        draft["Line:ChannelAccessToken"] = interview.AskSecret(
            shell.Say("長期のチャネルアクセストークン (なければ空。ID とシークレットから必要なときに発行します)",
                "Long-lived channel access token (empty for none: tokens are then issued from ID and secret as needed)"),
            draft["Line:ChannelAccessToken"], _ => null);
    }

    /// <exception cref="TroubleException">It is not, and is not to be asked again.</exception>
    private async Task<bool> IsGoodAsync(CancellationToken cancel)
    {
        await using var examination = new Examination(draft.Settings, shell, cancel);
        var isGood = true;
        await foreach (var finding in new ChannelCheck(examination).LookAsync())
        {
            new Report(shell).Tell(finding, shell.Error);
            isGood &= finding.State is FindingState.Ok or FindingState.Advice;
        }
        return isGood || (interview.Agree(shell.Say("もう一度入力しますか", "Type them again?"))
            ? false
            : throw new TroubleException(
                shell.Say("チャネルを確かめられませんでした。何も書いていません。", "The channel could not be checked. Nothing was written."), null,
                shell.Say("上に示した点を直し、もう一度実行してください。", "Mend what is said above, then run this again.")));
    }
}
