using System.Text;
using LineBot.Language;

namespace LineBot.Web;

/// <summary>Where customers find our pages, and LINE's page that our sign-in leads to, as configured.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    public const string Key = "PublicBaseUrl";

    private const string AccessBaseUrl = "Line:AccessBaseUrl";

    /// <summary>True where customers come by https, and cookies must not travel otherwise: everywhere but on a developer's loopback.</summary>
    public bool IsSecure => Of(Key).Scheme == Uri.UriSchemeHttps;

    /// <summary>LINE's account-link dialog, without its query.</summary>
    public Uri AccountLinkDialog => new(Base(AccessBaseUrl) + "/dialog/bot/accountLink");

    /// <summary>Where operators work.</summary>
    public string OfConsole => Base(Key) + "/console";

    /// <summary>The full address of one of our pages, in the customer's language.</summary>
    public string Of(string path, Tongue tongue, params ReadOnlySpan<(string Name, string Value)> query)
    {
        var address = new StringBuilder(Base(Key)).Append(path).Append('?');
        foreach (var (name, value) in query)
            address.Append(name).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
        return address.Append(PageTongue.Parameter).Append('=').Append(tongue.Code).ToString();
    }

    /// <summary>The full address of one of our pages, for somebody whose language the browser knows better.</summary>
    public string WithoutLanguage(string path) => Base(Key) + path;

    private string Base(string key) => Of(key).ToString().TrimEnd('/');

    private Uri Of(string key) =>
        Uri.TryCreate(configuration[key], UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingException(Tongue.OfProcess.Say(
                $"{key} が '{configuration[key]}' です。https:// から始まるアドレスにしてください (ループバックなら http:// も可)。",
                $"{key} is '{configuration[key]}'. Expected an address that begins with https:// (or http:// on loopback)."));
}
