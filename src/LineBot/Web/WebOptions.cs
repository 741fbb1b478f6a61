namespace LineBot.Web;

/// <summary>What the customer pages need to know of the world around them.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The operator's name as the pages show it.</summary>
    public string ServiceName { get; set; } = "LineBot モバイル";

    /// <summary>
    /// Addresses or networks (<c>10.0.0.0/8</c>) of the proxies in front, whose word on the caller's address and scheme is taken.
    /// Empty: nobody's.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];
}
