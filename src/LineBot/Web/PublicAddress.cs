namespace LineBot.Web;

/// <summary>The address that customers' links carry, as configured.</summary>
public static class PublicAddress
{
    public const string Key = "PublicBaseUrl";

    private const string AccessBaseUrl = "Line:AccessBaseUrl";

    /// <summary>True where customers come by https, and cookies must not travel otherwise: everywhere but on a developer's loopback.</summary>
    public static bool IsSecure(IConfiguration configuration) => Of(configuration, Key).Scheme == Uri.UriSchemeHttps;

    /// <summary>The scheme and host of LINE's account-link dialog, to which the sign-in page sends people on.</summary>
    public static string AccountLinkHost(IConfiguration configuration) =>
        Of(configuration, AccessBaseUrl).GetLeftPart(UriPartial.Authority);

    private static Uri Of(IConfiguration configuration, string key) =>
        Uri.TryCreate(configuration[key], UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new InvalidOperationException($"{key} is '{configuration[key]}'. Expected an address that begins with https:// (or http:// on loopback).");
}
