using LineBot.Language;

namespace LineBot.Knowledge;

/// <summary>What is wrong with a file of the knowledge folder, and where.</summary>
/// <param name="Place">The file and the line: <c>plan-prices.md:7</c>.</param>
public sealed record KnowledgeFault(string Place, string Ja, string En)
{
    public string In(Tongue tongue) => tongue.Say(Ja, En);
}
