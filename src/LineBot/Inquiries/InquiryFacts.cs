using LineBot.Knowledge;
using LineBot.Language;

namespace LineBot.Inquiries;

/// <summary>When people answer, for the help articles.</summary>
internal sealed class InquiryFacts(InquiryHours hours) : IFacts
{
    public IReadOnlyDictionary<string, Func<FactScope, string>> All => new Dictionary<string, Func<FactScope, string>>
    {
        ["inquiry.hours"] = scope => scope.Tongue.Say(
            $"毎日{DayWords.TimeOf(hours.OpensAt)}〜{DayWords.TimeOf(hours.ClosesAt)}",
            $"every day from {DayWords.TimeOf(hours.OpensAt)} to {DayWords.TimeOf(hours.ClosesAt)}"),
    };
}
