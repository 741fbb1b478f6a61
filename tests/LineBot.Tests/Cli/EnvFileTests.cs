using LineBot.Cli;
using LineBot.Tests.Drivers;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Cli;

public sealed class EnvFileTests : IDisposable
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["Line:ChannelSecret"] = "0123456789abcdef",
        ["Line:ChannelAccessToken"] = "a+b/c==",
        ["Storage:ConnectionString"] = "Data Source=/srv/line bot.db",
        ["Web:ServiceName"] = "サクラ $モバイル #1",
        ["Web:TrustedProxies:0"] = "10.0.0.0/8",
        ["Knowledge:Model:Name"] = "o'clock",
    };

    private readonly TempFolder _folder = new();

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        EnvFile.Write(File, Values);
        EnvFile.Write(File, Values);

        EnvFile.Read(File).ShouldBe(Values.ToDictionary(value => value.Key, value => (string?)value.Value), ignoreOrder: true);
        _folder.Names.ShouldBe(["linebot.env"]);
    }

    [ToolFact("bash")]
    public async Task A_shell_reads_the_same()
    {
        EnvFile.Write(File, Values);

        var shell = await ToolRun.OfAsync("bash", "", "-c", $"set -a; . '{File}'; printenv {string.Join(' ', Values.Keys.Select(key => key.Replace(":", "__", StringComparison.Ordinal)))}");

        shell.Said.ShouldBe(string.Concat(Values.Values.Select(value => value + "\n")));
    }

    public void Dispose() => _folder.Dispose();

    private string File => _folder.File("linebot.env");
}
