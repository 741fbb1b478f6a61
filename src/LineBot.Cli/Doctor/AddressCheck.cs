using LineBot.Cli.Health;

namespace LineBot.Cli.Doctor;

/// <summary>Whether the address that customers' links carry leads here, by TLS.</summary>
internal sealed class AddressCheck(Examination on) : Check(on, "address")
{
    private static readonly TimeSpan EndsSoon = TimeSpan.FromDays(14);

    private string Lost => Say("お客さまのリンクが開かず、LINE の webhook も届きません。", "Customers' links do not open, and LINE's webhooks do not arrive.");

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        if (On.PublicBaseUrl is not { } address)
        {
            yield return Unknown("settings");
            yield break;
        }
        if (address.IsLoopback && !On.IsRehearsal)
        {
            yield return Wrong(
                Say($"PublicBaseUrl が {address} です。この機械からしか開けません。", $"PublicBaseUrl is {address}, which only this machine can open."), Lost,
                Say("プロキシが TLS で受ける https の URL を設定してください。", "Set the https address at which the proxy ends TLS."));
            yield break;
        }
        var answer = await On.VisitAsync(new Uri(address, "/health/ready"));
        yield return answer switch
        {
            { Status: 200, Text: "ready" } => Ok(Say($"{address} でサービスが答えています。", $"The service answers at {address}")),
            { Status: 503 } when answer.Text.StartsWith("not ready", StringComparison.Ordinal) => Wrong(
                Say($"サービスは {address} にいますが、受け付けられません: {answer.Text}", $"The service is at {address} and takes nothing: {answer.Text}"), Lost,
                Say("docs/operations.md の「What to do when」を見てください。", "See docs/operations.md, What to do when.")),
            { Status: 0 } => Wrong(Say($"{address} に届きません: {answer.Text}", $"{address} cannot be reached: {answer.Text}"), Lost, await WayOnAsync(address, answer.Failure)),
            { Status: >= 500 } => Wrong(
                Say($"{address} は {answer.Status} を返しました。", $"{address} answered {answer.Status}."), Lost, await WayOnAsync(address, HttpRequestError.ConnectionError)),
            _ => Wrong(
                Say($"{address} で答えているのはこのサービスではありません ({answer.Status})。", $"Something else than this service answers at {address} ({answer.Status})."), Lost,
                Say("PublicBaseUrl が正しいか、プロキシの転送先を確認してください。", "Check PublicBaseUrl, and where the proxy passes it on to.")),
        };
        if (answer.CertificateEnds is { } ends && ends - On.Shell.Clock.GetUtcNow() < EndsSoon)
        {
            yield return Advice(
                Say($"{address.Host} の証明書は {ends:yyyy-MM-dd} に切れます。", $"The certificate of {address.Host} ends on {ends:yyyy-MM-dd}."), Lost,
                Say("更新が自動で動いているか確認してください。", "See that it is renewed by itself."));
        }
    }

    private async Task<string> WayOnAsync(Uri address, HttpRequestError failure) => failure switch
    {
        HttpRequestError.NameResolutionError => Say($"{address.Host} の DNS レコードを作ってください。", $"Make a DNS record for {address.Host}."),
        HttpRequestError.SecureConnectionError => Say(
            $"{address.Host} に、ブラウザーが信頼する証明書を入れてください (Let's Encrypt など。自己署名は LINE も拒否します)。",
            $"Get a certificate for {address.Host} that browsers trust, of Let's Encrypt for example. LINE refuses one of one's own making, too."),
        _ => await IsServiceHereAsync()
            ? Say("サービス自体は動いています。プロキシ、DNS、ファイアウォールを確認してください。", "The service itself runs. See to the proxy, the name's address and the firewall.")
            : Say("サービスを起動してください (この機械の Urls でも答えません)。", "Start the service; it does not answer on this machine (Urls) either."),
    };

    private async Task<bool> IsServiceHereAsync() =>
        Settings.Value("Urls").Length > 0 && (await On.VisitAsync(new Uri(HealthCommand.Listening(Settings), "/health/live"))).Status == 200;
}
