using LineBot.Simulator.Journeys;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Scenarios;

/// <summary>Whoever watches a scenario while it is played, at the pace at which it can be followed.</summary>
internal interface IAudience
{
    /// <summary>Before each step.</summary>
    /// <param name="number">Of the step, from 1.</param>
    Task HearAsync(ScenarioLine line, int number);

    /// <summary>The cookies of the browser on the phone that is looked at, so that it is the same as the one that is played.</summary>
    Cookies CookiesOf(LinePhone phone);

    /// <summary>A page was opened on a phone.</summary>
    Task SeePageAsync(LinePhone phone, Uri page);

    /// <summary>Something is about to happen in a phone's talk.</summary>
    void SeeTalk(LinePhone phone);
}
