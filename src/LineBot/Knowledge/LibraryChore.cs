using LineBot.Operations;
using Microsoft.Extensions.Options;

namespace LineBot.Knowledge;

/// <summary>Looks for changed articles.</summary>
internal sealed class LibraryChore(Library library, IOptions<KnowledgeOptions> options) : IChore
{
    public TimeSpan Rest => options.Value.ReloadEvery;

    public bool IsOfEachNode => true;

    public Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        library.Reload();
        return Task.FromResult(false);
    }
}
