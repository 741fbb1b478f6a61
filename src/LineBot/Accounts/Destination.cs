using System.Globalization;

namespace LineBot.Accounts;

/// <summary>A page behind the sign-in to which a button of the talk may lead. Links carry its name: no address can be slipped in.</summary>
public sealed record Destination
{
    public static readonly Destination MyPage = new("my-page", "/my-page", needsContract: true);

    /// <summary>Where data is bought; a link to it names the subscription.</summary>
    public static readonly Destination TopUp = new("top-up", "/my-page/top-up", needsContract: true);

    /// <summary>The remaining data of the subscription that the customer uses.</summary>
    public static readonly Destination Data = new("data", "/data", needsContract: false);

    private static readonly Destination[] All = [MyPage, TopUp, Data];

    private Destination(string name, string path, bool needsContract) => (Name, Path, NeedsContract) = (name, path, needsContract);

    public string Name { get; }

    public string Path { get; }

    /// <summary>False where a user link is enough.</summary>
    public bool NeedsContract { get; }

    /// <summary>The one stored by that name, or null.</summary>
    public static Destination? Of(string name) => Array.Find(All, one => one.Name == name);

    /// <summary>The page's path; for one subscription, <c>/my-page/top-up/3</c>.</summary>
    public string PathFor(long? subscriptionId) =>
        subscriptionId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}") : Path;
}
