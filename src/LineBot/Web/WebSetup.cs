using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace LineBot.Web;

/// <summary>What all customer pages share: components, protection of forms, headers, language, pages for failures, styles.</summary>
public sealed class WebSetup : IRoomSetup
{
    private static readonly string[] NotPages = ["/webhook", "/health", "/metrics", "/api"];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<WebOptions>(configuration.GetSection(WebOptions.Section));
        services.AddRazorComponents();
        // Japanese goes out as it is, not as an escape for each letter.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAuthorization();
        // Each door names the scheme that opens it. A lone scheme would become everybody's: a form opened before a sign-in would be
        // bound to another customer than the one who sends it.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<Visits>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInEndpoint>();
        var isSecure = new PublicAddress(configuration).IsSecure;
        services.AddAuthentication().AddCookie(SessionCookie.Scheme, cookie => SessionCookie.Configure(cookie, isSecure));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = isSecure ? "__Host-form" : "form";
            antiforgery.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddDataProtection().SetApplicationName("LineBot");
        KeepKeys(services, configuration);
        // In plain, as the store is: a key that lies beside what it protects would add nothing. Protect the folder.
        services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new NullXmlEncryptor());
    }

    public void Map(WebApplication app)
    {
        TrustProxies(app);
        var accountLinkHost = app.Services.GetRequiredService<PublicAddress>().AccountLinkDialog.GetLeftPart(UriPartial.Authority);
        app.UseWhen(IsPage, pages =>
        {
            if (!app.Environment.IsDevelopment())
                pages.UseHsts();
            pages.UseSecurityHeaders(accountLinkHost);
            pages.UseProblemPages();
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseStaleFormPage();
        PageAssets.Map(app);
        PasswordStrengthEndpoint.Map(app);
        app.Services.GetRequiredService<SignInEndpoint>().Map(app);
    }

    private static bool IsPage(HttpContext context) =>
        !NotPages.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static void TrustProxies(WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.TrustedProxies;
        if (proxies.Count == 0)
            return;
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // However many proxies stand in a row: it goes back to the first address that is none of them.
            ForwardLimit = null,
        };
        headers.KnownIPNetworks.Clear();
        headers.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network))
                headers.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(proxy, out var address))
                headers.KnownProxies.Add(address);
            else
                throw new SettingException(Tongue.OfProcess.Say(
                    $"Web:TrustedProxies に '{proxy}' があります。アドレス (10.0.0.7) かネットワーク (10.0.0.0/8) を書いてください。",
                    $"Web:TrustedProxies holds '{proxy}'. Expected an address (10.0.0.7) or a network (10.0.0.0/8)."));
        }
        app.UseForwardedHeaders(headers);
    }

    /// <summary>Beside the store, or in it: whoever keeps one keeps the other, and a restart leaves people signed in.</summary>
    private static void KeepKeys(IServiceCollection services, IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (storage.Provider == StorageOptions.Sqlite)
        {
            var folder = Path.Combine(Path.GetDirectoryName(StoreFile.Of(storage.ConnectionString).Path)!, "keys");
            services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder));
            return;
        }
        services.AddSingleton<WebKeyStore>();
        services.AddOptions<KeyManagementOptions>().Configure<WebKeyStore>((keys, store) => keys.XmlRepository = store);
    }
}
