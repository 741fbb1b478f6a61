using System.Globalization;

namespace LineBot.Cli.Doctor;

/// <summary>Whether this machine's clock is LINE's.</summary>
internal sealed class ClockCheck(Examination on) : Check(on, "clock")
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Bearable = TimeSpan.FromMinutes(5);

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        await On.BotAsync();
        if (On.LineIsAhead is not { } ahead)
        {
            yield return Unknown("channel");
            yield break;
        }
        var off = ahead.Duration();
        var seconds = off.TotalSeconds.ToString("#,0", CultureInfo.InvariantCulture);
        var what = ahead > TimeSpan.Zero
            ? Say($"この機械の時計は LINE より {seconds} 秒遅れています。", $"This machine's clock is {seconds} s behind LINE's.")
            : Say($"この機械の時計は LINE より {seconds} 秒進んでいます。", $"This machine's clock is {seconds} s ahead of LINE's.");
        var why = Say("応答の期限、リンクの期限、月替わりがずれます。", "Answers' and links' ends and the turn of the month come at the wrong time.");
        var next = Say("時刻同期 (chrony、systemd-timesyncd) を動かしてください。", "Have it synchronised, by chrony or systemd-timesyncd.");
        yield return off <= Unnoticed ? Ok(Say("LINE の時計と合っています。", "It agrees with LINE's."))
            : off <= Bearable ? Advice(what, why, next)
            : Wrong(what, why, next);
    }
}
