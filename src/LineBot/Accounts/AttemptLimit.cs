namespace LineBot.Accounts;

/// <summary>How often something may be tried.</summary>
/// <param name="Kind">What is counted, kebab-case; counts of different kinds do not meet.</param>
/// <param name="Most">Tries in one window.</param>
/// <param name="Window">Begins with the first try; when it ends, counting begins anew.</param>
public sealed record AttemptLimit(string Kind, int Most, TimeSpan Window);
