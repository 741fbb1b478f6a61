namespace LineBot.Cli;

/// <summary>How a long job tells how far it is.</summary>
/// <param name="Share">Called with the share that is done, 0 to 1.</param>
/// <param name="Now">Called with what is being done at the moment.</param>
/// <param name="Say">Called with a sentence that stays.</param>
internal sealed record LongJob(Action<double> Share, Action<string> Now, Action<string> Say);
