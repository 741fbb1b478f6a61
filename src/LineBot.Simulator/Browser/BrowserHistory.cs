namespace LineBot.Simulator.Browser;

/// <summary>The pages one has come by, for the way back.</summary>
internal sealed class BrowserHistory
{
    private readonly List<Uri> _pages = [];

    public Uri? Current => _pages.Count > 0 ? _pages[^1] : null;

    public bool CanGoBack => _pages.Count > 1;

    /// <summary>A page was reached. The page that one is on already, shown anew, is no step.</summary>
    public void Reach(Uri page)
    {
        if (Current != page)
            _pages.Add(page);
    }

    /// <summary>Steps back.</summary>
    /// <returns>The page to show again, or null on the first one.</returns>
    public Uri? Back()
    {
        if (!CanGoBack)
            return null;
        _pages.RemoveAt(_pages.Count - 1);
        return Current;
    }

    public void Clear() => _pages.Clear();
}
