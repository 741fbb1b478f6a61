namespace LineBot.Simulator.Phones.Live;

/// <summary>What a browser has to change to show the page as it is now.</summary>
/// <param name="Lists">The lists whose rows came, went or changed, with all their keys in order.</param>
internal sealed record PagePatch(IReadOnlyList<ListPatch> Lists, IReadOnlyList<FragmentPatch> Fragments)
{
    public bool IsEmpty => Lists.Count == 0 && Fragments.Count == 0;
}

internal sealed record FragmentPatch(string Id, string Version, string Html);

internal sealed record ListPatch(string Id, IReadOnlyList<string> Keys, IReadOnlyList<FragmentPatch> Rows);

/// <summary>What one browser shows already.</summary>
internal sealed class ShownPage
{
    private readonly Dictionary<string, string> _versions = [];
    private readonly Dictionary<string, string> _keys = [];

    /// <summary>The way from what is shown to <paramref name="parts"/>, which counts as shown from here on.</summary>
    public PagePatch Advance(PageParts parts) =>
        new([.. parts.Lists.Select(Advance).OfType<ListPatch>()], [.. parts.Fragments.Select(Advance).OfType<FragmentPatch>()]);

    private ListPatch? Advance(FragmentList list)
    {
        var keys = list.Rows.Select(row => row.Id).ToList();
        var written = string.Join(' ', keys);
        var sameKeys = _keys.TryGetValue(list.Id, out var before) && before == written;
        foreach (var gone in (before ?? "").Split(' ').Except(keys))
            _versions.Remove(gone);
        _keys[list.Id] = written;
        List<FragmentPatch> rows = [.. list.Rows.Select(Advance).OfType<FragmentPatch>()];
        return sameKeys && rows.Count == 0 ? null : new(list.Id, keys, rows);
    }

    private FragmentPatch? Advance(Fragment fragment)
    {
        if (_versions.GetValueOrDefault(fragment.Id) == fragment.Version)
            return null;
        _versions[fragment.Id] = fragment.Version;
        return new(fragment.Id, fragment.Version, fragment.Html);
    }
}
