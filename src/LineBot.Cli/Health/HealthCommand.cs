using System.CommandLine;

namespace LineBot.Cli.Health;

/// <summary>What a container or a script asks from time to time: one request to the running service.</summary>
internal sealed class HealthCommand : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Option<Uri?> _address;

    public HealthCommand(Shell shell) : base(shell, "health",
        shell.Say("動いているサービスが要求を受け付けられるかを確認する (受け付けられなければ終了コード 1)",
            "Ask the running service whether it is ready (exit code 1 where it is not)"),
        "linebot health", "linebot health --at https://bot.example.jp") =>
        Options.Add(_address = AddressOption.Of(shell, "--at",
            shell.Say("サービスのアドレス (既定は設定 Urls)", "The service's address (by default the setting Urls)")));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var address = new Uri(input.GetValue(_address) ?? Listening(Shell.Settings(input)), "/health/ready");
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(address, cancel);
            var said = await response.Content.ReadAsStringAsync(cancel);
            Shell.Show(input, new { ready = response.IsSuccessStatusCode, status = (int)response.StatusCode, said }, () => Shell.Output.WriteLine(said));
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new TroubleException(
                Say("サービスが応答しません。", "The service does not answer."), address.ToString(),
                Say("サービスが動いているか、アドレスが正しいかを確認してください。", "See that it runs, and that the address is right."));
        }
    }

    /// <summary>Where the service listens, seen from this machine.</summary>
    internal static Uri Listening(Settings settings)
    {
        var first = settings.Required("Urls").Split(';')[0];
        return new Uri(first.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            .Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal));
    }
}
