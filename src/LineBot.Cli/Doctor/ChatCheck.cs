namespace LineBot.Cli.Doctor;

/// <summary>Whether customers' messages land on a second desk.</summary>
internal sealed class ChatCheck(Examination on) : Check(on, "chat")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var bot = await On.BotAsync();
        if (bot.Value is not { } account)
        {
            yield return Unknown("channel");
        }
        else if (account.ChatMode == "chat")
        {
            yield return Advice(
                Say("LINE Official Account Manager の「チャット」がオンです。", "Chat is on in LINE Official Account Manager."),
                account.MarkAsReadMode == "manual"
                    ? Say("お客さまのメッセージがそちらにも溜まり、既読になりません。担当者はこのサービスのコンソールで応対します。",
                        "What customers write also waits there and is never shown as read; operators answer in this service's console.")
                    : Say("お客さまのメッセージがそちらにも溜まります。担当者はこのサービスのコンソールで応対します。",
                        "What customers write also waits there; operators answer in this service's console."),
                Say("LINE Official Account Manager > 設定 > 応答設定 で「チャット」をオフにしてください。", "LINE Official Account Manager > Settings > Response settings: switch Chat off."));
        }
        else
        {
            yield return Ok(Say("LINE Official Account Manager の「チャット」はオフです。", "Chat is off in LINE Official Account Manager."));
        }
    }
}
