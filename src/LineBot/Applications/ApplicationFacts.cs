using LineBot.Knowledge;
using Microsoft.Extensions.Options;

namespace LineBot.Applications;

/// <summary>The terms of application, for the help articles.</summary>
internal sealed class ApplicationFacts(IOptions<ApplicationOptions> options) : IFacts
{
    public IReadOnlyDictionary<string, Func<FactScope, string>> All => new Dictionary<string, Func<FactScope, string>>
    {
        ["application.most-subscriptions"] = scope => scope.Tongue.Say($"{options.Value.MostSubscriptions}回線", $"up to {options.Value.MostSubscriptions} subscriptions"),
        ["application.lowest-age"] = scope => scope.Tongue.Say($"{options.Value.LowestAge}歳", $"{options.Value.LowestAge} years"),
    };
}
