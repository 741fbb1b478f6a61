using System.Globalization;

namespace LineBot.Simulator.Phones.Live;

/// <summary>A part of the page that is replaced as a whole when it changes.</summary>
/// <param name="Id">The id of the element whose inside it is.</param>
internal sealed record Fragment(string Id, string Html)
{
    /// <summary>Equal for equal contents, so that a browser that comes back replaces only what differs.</summary>
    public string Version { get; } = Digest(Html);

    private static string Digest(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
            hash = (hash ^ unit) * 1099511628211UL;
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}

/// <summary>Parts of the page that follow each other and come and go: the lines of a talk, of the wire log, the phones.</summary>
internal sealed record FragmentList(string Id, IReadOnlyList<Fragment> Rows);

/// <summary>Everything on the page that can change, as it is at one moment.</summary>
internal sealed record PageParts(IReadOnlyList<FragmentList> Lists, IReadOnlyList<Fragment> Fragments);
