namespace LineBot.Console.Talks;

/// <summary>An open talk as the lists at the side show it: who, since when, with whom. What was said shows only once it is opened.</summary>
/// <param name="Name">The customer's name in LINE; null while it is unknown.</param>
/// <param name="WaitingSince">Since when the customer's last word is unanswered; null once it was answered.</param>
/// <param name="TakenBy">The operator who has it; null in the queue.</param>
public sealed record BoardRow(long Id, string? Name, string Language, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince, string? TakenBy);

/// <summary>All open talks at one instant.</summary>
/// <param name="Waiting">The head of the queue, in the order in which they are to be taken.</param>
/// <param name="WaitingInAll">How long the queue is.</param>
/// <param name="Taken">Those that operators have, the longest unanswered first.</param>
/// <param name="Names">The operators' shown names, by the names they sign in with.</param>
public sealed record Board(
    DateTimeOffset At, IReadOnlyList<BoardRow> Waiting, long WaitingInAll, IReadOnlyList<BoardRow> Taken, IReadOnlyDictionary<string, string> Names)
{
    public string NameOf(string operatorName) => Names.GetValueOrDefault(operatorName, operatorName);

    public IEnumerable<BoardRow> With(string operatorName) => Taken.Where(row => row.TakenBy == operatorName);
}
