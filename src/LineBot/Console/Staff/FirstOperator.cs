using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Web;

namespace LineBot.Console.Staff;

/// <summary>
/// A store without operators gets one who may do everything, with a random password that is written to standard output, once and
/// nowhere else: not into the log, which is kept and passed on.
/// </summary>
internal sealed class FirstOperator(Database database, OperatorStore operators, PublicAddress address, AuditStore audit, TimeProvider clock, TextWriter output)
    : IHostedService
{
    public const string Name = "operator";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await database.ReadAsync(operators.IsEmpty, cancellationToken))
            return;
        var password = Passwords.New();
        var hash = Passwords.Hash(password);
        var now = clock.GetUtcNow();
        var added = await database.WriteAsync(
            tx =>
            {
                if (!operators.IsEmpty(tx) || !operators.Add(tx, Name, "オペレーター", OperatorRole.Admin, hash, now))
                    return false;
                audit.Write(tx, now, "system", "operator-added", detail: $"{Name}, admin");
                return true;
            },
            WritePriority.First);
        if (added)
            await output.WriteLineAsync($"Console: {address.OfConsole} operator \"{Name}\" password {password} (shown this once; another one: linebot operator reset {Name})");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
