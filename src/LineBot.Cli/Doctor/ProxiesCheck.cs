using System.Net;
using System.Net.Sockets;

namespace LineBot.Cli.Doctor;

/// <summary>Whether the service takes the proxy's word, and nobody else's, on who comes and by what.</summary>
internal sealed class ProxiesCheck(Examination on) : Check(on, "proxies")
{
    /// <summary>Networks with shorter prefixes are no company's own.</summary>
    private const int ShortestPrefix = 8;
    private const int ShortestPrefixOfSix = 16;

    /// <summary>A page with a form, which the service refuses to show to whoever seems to come without TLS.</summary>
    private const string Page = "/age-verification";

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        if (On.PublicBaseUrl is not { } address)
        {
            yield return Unknown("settings");
            yield break;
        }
        var proxies = Settings.Values.GetSection("Web:TrustedProxies").GetChildren().Select(proxy => proxy.Value ?? "").ToList();
        if (proxies.Where(IsTooWide).ToList() is { Count: > 0 } wide)
        {
            yield return Wrong(
                Say($"Web:TrustedProxies が広すぎます: {string.Join(", ", wide)}", $"Web:TrustedProxies is too wide: {string.Join(", ", wide)}"),
                Say("誰でも他人のアドレスを名乗れ、パスワードの試行制限を逃れられます。", "Anybody can claim any address, and gets round the limits on guessing passwords."),
                Say("プロキシ自身のアドレスだけにしてください。", "Name the proxy's own address alone."));
        }
        if (address.Scheme != Uri.UriSchemeHttps || Settings.Value("Urls").StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            yield return Ok(Say("前にプロキシは置かれていません。", "No proxy stands in front."));
            yield break;
        }
        var why = Say("全員がプロキシのアドレスに見え、誰かが 5 回パスワードを間違えると全員がサインインできません。フォームのあるページも開けません。",
            "Everybody seems to come from the proxy, so that five wrong passwords anywhere stop sign-in for all, and pages with forms do not open.");
        if (proxies.Count == 0)
        {
            yield return Wrong(
                Say("プロキシの後ろにいますが、Web:TrustedProxies が空です。", "A proxy stands in front, and Web:TrustedProxies is empty."), why,
                Say("プロキシのアドレスを設定してください (同じ機械なら Web__TrustedProxies__0=127.0.0.1)。", "Set the proxy's address (Web__TrustedProxies__0=127.0.0.1 where it is on this machine)."));
            yield break;
        }
        yield return (await On.VisitAsync(new Uri(address, Page))) switch
        {
            { Status: 0 } => Unknown("address"),
            { Status: 200 } => Ok(Say($"プロキシ ({string.Join(", ", proxies)}) の伝える接続元と TLS を受け取っています。",
                $"The proxy's word on callers and TLS is taken ({string.Join(", ", proxies)}).")),
            var page => Wrong(
                Say($"プロキシが伝える TLS が、サービスに受け取られていません ({Page} が {page.Status})。", $"The proxy's word on TLS does not count ({Page} answered {page.Status})."), why,
                Say("プロキシが X-Forwarded-For と X-Forwarded-Proto を送り、Web:TrustedProxies がそのアドレスか確認してください (deploy/nginx.conf)。",
                    "See that the proxy sends X-Forwarded-For and X-Forwarded-Proto (deploy/nginx.conf) and that Web:TrustedProxies names its address.")),
        };
    }

    private static bool IsTooWide(string proxy) => IPNetwork.TryParse(proxy, out var network)
        && network.PrefixLength < (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? ShortestPrefix : ShortestPrefixOfSix);
}
