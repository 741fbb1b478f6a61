namespace LineBot.Cli.Doctor;

/// <summary>What LINE tells people and no program.</summary>
internal sealed class SwitchesCheck(Examination on) : Check(on, "switches")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        await Task.CompletedTask;
        yield return Advice(
            Say("「Webhookの再送」がオンかは、API では分かりません。", "Whether \"Webhook redelivery\" is on, LINE tells no program."),
            Say("オフだと、サービスの再起動中のイベントが失われます。", "Without it, what customers do while the service restarts is lost."),
            Say("LINE Developers コンソール > Messaging API設定 > Webhookの再送 がオンか、一度見てください。", "LINE Developers console > Messaging API > Webhook redelivery: see once that it is on."));
        yield return Advice(
            Say("「あいさつメッセージ」「応答メッセージ」がオフかは、API では分かりません。", "Whether greeting and auto-reply messages are off, LINE tells no program."),
            Say("新しいアカウントではオンで、お客さまに二重に答えます。", "In a new account they are on, and customers get two answers."),
            Say("LINE Official Account Manager > 設定 > 応答設定 で両方ともオフか、一度見てください。", "LINE Official Account Manager > Settings > Response settings: see once that both are off."));
    }
}
