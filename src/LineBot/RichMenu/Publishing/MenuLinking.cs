using Line.Messaging;

namespace LineBot.RichMenu.Publishing;

/// <summary>Gives each customer of the store the menu of their links, five hundred in a call.</summary>
internal sealed class MenuLinking(LineMessagingClient line, CustomerMenus customers, RateLimitPatience patience, TimeProvider clock)
{
    public const int Most = 500;

    /// <summary>LINE has then worked off the last list: it names a few seconds.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    /// <param name="ids">The menu of each alias.</param>
    /// <param name="changed">Only who has one of these gets theirs.</param>
    /// <param name="linked">Hears after each call of how many customers it was.</param>
    public async Task LinkAsync(
        IReadOnlyDictionary<string, string> ids, IReadOnlyCollection<string> changed, Action<int> linked, CancellationToken cancel)
    {
        var given = new Dictionary<string, string>();
        await LinkAsync(ids, customer => changed.Contains(customer.Alias), given, linked, cancel);
        if (given.Count == 0)
            return;
        int late;
        do
        {
            // Whoever made or broke a link meanwhile had their menu switched by the service, and a list that LINE worked off after that has
            // undone it. What changes from here on comes after the lists.
            await Task.Delay(Settled, clock, cancel);
            late = await LinkAsync(ids, customer => given.TryGetValue(customer.LineUserId, out var alias) && alias != customer.Alias, given, _ => { }, cancel);
        }
        while (late > 0);
    }

    private async Task<int> LinkAsync(
        IReadOnlyDictionary<string, string> ids, Func<(string LineUserId, string Alias), bool> isMeant, Dictionary<string, string> given,
        Action<int> linked, CancellationToken cancel)
    {
        var lists = ids.Keys.ToDictionary(alias => alias, _ => new List<string>(Most));
        var count = 0;
        await foreach (var customer in customers.AllAsync(cancel))
        {
            if (!isMeant(customer))
                continue;
            count++;
            given[customer.LineUserId] = customer.Alias;
            lists[customer.Alias].Add(customer.LineUserId);
            if (lists[customer.Alias].Count == Most)
                await SendAsync(customer.Alias);
        }
        foreach (var alias in lists.Keys.Where(alias => lists[alias].Count > 0))
            await SendAsync(alias);
        return count;

        async Task SendAsync(string alias)
        {
            await patience.RepeatAsync(async () =>
            {
                await line.LinkRichMenuToManyAsync(ids[alias], lists[alias], cancel);
                return true;
            }, cancel);
            linked(lists[alias].Count);
            lists[alias].Clear();
        }
    }
}
