using LineBot.Accounts;
using LineBot.Cli.Operators;
using LineBot.Cli.Stores;
using LineBot.Console.Staff;
using LineBot.Storage;

namespace LineBot.Cli.Setup;

/// <summary>The store's tables, and the first who may sign in to the console.</summary>
internal sealed class OperatorStep(Shell shell, Interview interview, Draft draft)
{
    public async Task TakeAsync(CancellationToken cancel)
    {
        var store = new Store(draft.Settings, shell);
        await using (var database = store.OpenAndMigrate())
        {
            if (await database.ReadAsync(tx => new OperatorStore().IsEmpty(tx), cancel))
                await AddAsync(database);
            else
                interview.Tell(shell.Say("コンソールの担当者はすでにいます。", "There are operators of the console already."));
        }
        if (draft.Settings.Storage.Provider == "Sqlite" && store.File().Path is var file && !await StoreOwner.GiveAsync(file, Path.GetDirectoryName(file)!))
            interview.Tell(StoreOwner.ByHand(shell, file));
    }

    private async Task AddAsync(Database database)
    {
        var name = OperatorName.Normalise(interview.Ask(
            shell.Say("コンソールの最初の管理者の名前", "The name of the console's first administrator"), "operator",
            name => OperatorName.IsWritten(OperatorName.Normalise(name)) ? null : RosterVerb.RuleOfNames(shell)));
        var password = Passwords.New();
        var hash = Passwords.Hash(password);
        var roster = new Roster(new OperatorStore(), new OperatorSessionStore(), new AuditStore());
        await database.WriteAsync(tx => roster.Add(tx, RosterVerb.Actor, name, name, OperatorRole.Admin, hash, shell.Clock.GetUtcNow()));
        interview.Tell(PasswordVerb.Told(shell, name, password));
    }
}
