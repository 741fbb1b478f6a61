using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Knowledge;

/// <summary>
/// The policy values that articles name by placeholders, <c>{{plan.prices}}</c>. Whoever owns a value tells it here, as it is at the
/// moment of the answer; sources are found, not listed.
/// </summary>
public interface IFacts
{
    IReadOnlyDictionary<string, Func<FactScope, string>> All { get; }
}

/// <summary>For whom and when a fact is told.</summary>
/// <param name="MayReadPrices">False for whoever only uses a subscription.</param>
public sealed record FactScope(Tongue Tongue, Transaction Tx, DateTimeOffset Now, bool MayReadPrices);
