using System.Net;
using Line.Messaging;
using LineBot.Language;

namespace LineBot.RichMenu;

/// <summary>
/// Which menu on the channel is the one for a link state and language. LINE is asked once in a while, so that menus published while
/// the service runs are found.
/// </summary>
public sealed class PublishedMenus(LineMessagingClient line, TimeProvider clock) : IDisposable
{
    /// <summary>How long a look is believed. A channel without menus is looked at again sooner: they are usually on their way.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FreshWhenEmpty = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _looking = new(1);
    private volatile Look? _last;

    /// <returns>The menu's id; null where the channel has none for that state.</returns>
    /// <exception cref="LineApiException">LINE could not be asked, and never could before.</exception>
    public async Task<string?> IdOfAsync(LinkState state, Tongue tongue, CancellationToken cancel)
    {
        var aliases = await AliasesAsync(cancel);
        return aliases.GetValueOrDefault(MenuNames.Alias(state, tongue)) ?? aliases.GetValueOrDefault(MenuNames.Alias(state, Tongue.Japanese));
    }

    /// <summary>Gives a customer the menu of their state; nothing happens where the channel has none.</summary>
    public async Task LinkAsync(string lineUserId, LinkState state, Tongue tongue, CancellationToken cancel)
    {
        if (await IdOfAsync(state, tongue, cancel) is not { } id)
            return;
        try
        {
            await line.LinkRichMenuAsync(lineUserId, id, cancel);
        }
        catch (LineApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            // Another menu was published in its place since the last look.
            _last = null;
            if (await IdOfAsync(state, tongue, cancel) is not { } newer || newer == id)
                throw;
            await line.LinkRichMenuAsync(lineUserId, newer, cancel);
        }
    }

    public void Dispose() => _looking.Dispose();

    private async Task<IReadOnlyDictionary<string, string>> AliasesAsync(CancellationToken cancel)
    {
        if (_last is { } known && known.Until > clock.GetUtcNow())
            return known.Aliases;
        await _looking.WaitAsync(cancel);
        var last = _last;
        try
        {
            if (last is not null && last.Until > clock.GetUtcNow())
                return last.Aliases;
            var aliases = (await line.ListRichMenuAliasesAsync(cancel)).ToDictionary(alias => alias.RichMenuAliasId, alias => alias.RichMenuId);
            _last = new Look(aliases, clock.GetUtcNow() + (aliases.Count > 0 ? Fresh : FreshWhenEmpty));
            return aliases;
        }
        catch (Exception e) when (last is not null && e is LineApiException or ChannelTokenException or HttpRequestException)
        {
            // Ids seldom change: what was true a minute ago is better than no menu.
            return last.Aliases;
        }
        finally
        {
            _looking.Release();
        }
    }

    private sealed record Look(IReadOnlyDictionary<string, string> Aliases, DateTimeOffset Until);
}
