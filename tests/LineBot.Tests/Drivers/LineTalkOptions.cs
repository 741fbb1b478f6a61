using LineBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;

namespace LineBot.Tests.Drivers;

public sealed record LineTalkOptions
{
    public DateTimeOffset StartsAt { get; init; } = LineTalk.Noon;

    /// <summary>False holds the clock still between turns: nothing that waits for time goes on by itself.</summary>
    public bool ClockRuns { get; init; } = true;

    /// <summary>Has the store as a file whatever engine these tests run on.</summary>
    public bool StoreIsFile { get; init; }

    /// <summary>How many services there are. Several share a database of PostgreSQL behind a load balancer, which asks the first unless told otherwise.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Configuration on top of the driver's own, by key (<c>Outbox:ExpireAfter</c>).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Changes the store before the service finds it.</summary>
    public Action<TestStore>? PrepareStore { get; init; }

    /// <summary>Replaces parts of the service before it is built.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>Replaces parts of one of several services, by its number.</summary>
    public Action<int, WebApplicationBuilder>? ConfigureNode { get; init; }
}
