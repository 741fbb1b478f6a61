using System.Net;

namespace LineBot.Simulator.Browser;

/// <summary>The cookies of one phone. They stay here: the browser that shows the phone never gets them.</summary>
public sealed class CookieJar
{
    private readonly CookieContainer _cookies = new(capacity: 3000, perDomainCapacity: 180, maxCookieSize: 4096);

    /// <summary>The Cookie header of a request, or null for none.</summary>
    public string? For(Uri address) => _cookies.GetCookieHeader(Trusted(address)) is { Length: > 0 } header ? header : null;

    /// <summary>Keeps what a Set-Cookie header says; one that no browser would keep is passed over.</summary>
    public void Keep(Uri address, string setCookie)
    {
        try
        {
            _cookies.SetCookies(Trusted(address), setCookie);
        }
        catch (CookieException)
        {
            // A cookie for another host, or one that is too big: a phone ignores it without a word as well.
        }
    }

    /// <summary>Browsers trust this machine as they trust https, and give Secure cookies back to it.</summary>
    private static Uri Trusted(Uri address) => new UriBuilder(address) { Scheme = "https", Port = address.Port }.Uri;
}
