using System.Runtime.CompilerServices;
using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.RichMenu.Publishing;

/// <summary>Which menu each customer of the store is to have, by the links that the store has at that moment.</summary>
public sealed class CustomerMenus(Database database, AccountStore accounts)
{
    public const int Page = 2000;

    /// <summary>How many customers each menu has, by alias.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var customer in AllAsync(cancel))
            counts[customer.Alias] = counts.GetValueOrDefault(customer.Alias) + 1;
        return counts;
    }

    /// <summary>Everybody who can be reached, in pages, so that no snapshot is held open for long.</summary>
    public async IAsyncEnumerable<(string LineUserId, string Alias)> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var last = "";
        while (true)
        {
            var page = await database.ReadAsync(tx => accounts.FriendsAfter(tx, last, Page), cancel);
            foreach (var friend in page)
                yield return (friend.LineUserId, MenuNames.Alias(friend.LinkState, friend.Tongue));
            if (page.Count < Page)
                yield break;
            last = page[^1].LineUserId;
        }
    }
}
