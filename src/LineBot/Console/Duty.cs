using LineBot.Accounts;
using LineBot.Console.Staff;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Console;

/// <summary>A signed-in operator in the middle of a request, inside its transaction.</summary>
internal sealed record Duty(Transaction Tx, ConsoleView View, OperatorSession Session, AuditStore Record)
{
    public DeskOperator Operator => View.Operator;

    public Tongue Tongue => View.Tongue;

    public DateTimeOffset Now => View.Now;

    /// <summary>Puts what the operator sees or does into the record.</summary>
    public void Note(string action, string detail = "", long? contractId = null, long? subscriptionId = null) =>
        Record.Write(Tx, Now, $"operator:{Operator.Name}", action, contractId, subscriptionId, detail);
}

/// <summary>What every page of the console knows: who looks, in which language, when, and the token of its forms.</summary>
public sealed record ConsoleView(DeskOperator Operator, Tongue Tongue, string FormToken, DateTimeOffset Now, string Path)
{
    public string Say(string japanese, string english) => Tongue.Say(japanese, english);
}
