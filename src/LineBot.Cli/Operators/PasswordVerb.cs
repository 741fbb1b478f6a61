using System.CommandLine;
using LineBot.Accounts;
using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Cli.Operators;

/// <summary>Something that gives an operator a new password, which is printed once and kept nowhere.</summary>
internal abstract class PasswordVerb(Shell shell, string name, string description, params string[] examples) : RosterVerb(shell, name, description, examples)
{
    protected sealed override (Func<Roster, Transaction, RosterResult> Act, (object Json, string Text) Told) Change(ParseResult input, string name)
    {
        var password = Passwords.New();
        var hash = Passwords.Hash(password);
        return ((roster, tx) => Act(input, roster, tx, name, hash), (new { Name = name, Password = password }, Told(Shell, name, password)));
    }

    internal static string Told(Shell shell, string name, string password) =>
        shell.Say($"{name} のパスワード: {password}（表示はこの一度だけです）", $"The password of {name}: {password} (shown this once)");

    protected abstract RosterResult Act(ParseResult input, Roster roster, Transaction tx, string name, string passwordHash);
}
