namespace LineBot.Cli.Doctor;

/// <summary>What was asked for, or why there is no answer.</summary>
/// <param name="IsRefused">Whether LINE understood and said no, as against not having been reached.</param>
internal readonly record struct Answer<T>(T? Value, TroubleException? Trouble, bool IsRefused = false);
