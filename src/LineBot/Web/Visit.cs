using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Web;

/// <summary>A signed-in contract holder in the middle of a request.</summary>
public sealed record Visit(Transaction Tx, Session Session, Customer Customer, Contract Contract, DateTimeOffset Now)
{
    public DateOnly Today => JapanTime.DayOf(Now);
}

/// <summary>
/// A signed-in LINE account in the middle of a request, contract holder or not. What it may see follows from the links of
/// <paramref name="Customer"/>, not from having come this far.
/// </summary>
public sealed record UserVisit(Transaction Tx, Session Session, Customer Customer, DateTimeOffset Now)
{
    public DateOnly Today => JapanTime.DayOf(Now);
}
