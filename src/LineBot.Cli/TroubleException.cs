namespace LineBot.Cli;

/// <summary>Something that is the operator's to mend: what is wrong, where, and the way on.</summary>
internal sealed class TroubleException(string what, string? place = null, string? wayOn = null) : Exception(what)
{
    public string? Place { get; } = place;

    public string? WayOn { get; } = wayOn;
}
