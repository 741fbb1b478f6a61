using LineBot.Tests.Data;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli;

/// <summary>Runs <c>linebot</c> on a ledger's store.</summary>
public static class LedgerCli
{
    public static Task<CliRun> RunAsync(this LedgerFixture ledger, DateTimeOffset now, params string[] args) =>
        CliRun.OfAsync(Settings(ledger), new StoppedClock(now), args);

    public static Dictionary<string, string> Settings(LedgerFixture ledger) => new()
    {
        ["Storage:Provider"] = ledger.Store.Options.Provider, ["Storage:ConnectionString"] = ledger.Store.ConnectionString,
        ["Line:ChannelSecret"] = "0123456789abcdef0123456789abcdef",
        ["Line:ChannelAccessToken"] = "token",
    };
}
