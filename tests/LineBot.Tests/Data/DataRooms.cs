using System.Text.Json;
using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Tests.Data;

/// <summary>Taps of the data rooms' buttons, straight into their handlers.</summary>
public static class DataRooms
{
    /// <summary>Runs the handler of <paramref name="postback"/> as the customer's tap at <paramref name="now"/>.</summary>
    public static Reply Tap<THandler>(this LedgerFixture ledger, Transaction tx, string lineUserId, string postback, DateTimeOffset now)
        where THandler : notnull
    {
        Postback.TryParse(postback, out var wish).ShouldBeTrue();
        var method = typeof(THandler).GetMethods()
            .Single(candidate => candidate.GetCustomAttributes(typeof(ActionAttribute), false).Cast<ActionAttribute>().Any(action => action.Id == wish!.Action));
        var customer = ledger.Of<AccountStore>().CustomerOf(tx, lineUserId);
        var turn = new Turn(new Tap(lineUserId, null!, "01J", wish!.Parameters, null), customer, tx, now);
        return (Reply)method.Invoke(ledger.Of<THandler>(), [turn])!;
    }

    public static Answer Read(IReadOnlyList<Message> messages) => Read(MessageBatch.Serialize(messages));

    private static Answer Read(byte[] batch) => new([.. JsonDocument.Parse(batch).RootElement.EnumerateArray()]);

    /// <summary>What the customer is told unasked and was not read yet, the oldest first.</summary>
    public static IReadOnlyList<Answer> Told(this LedgerFixture _, Transaction tx, string lineUserId)
    {
        var told = tx.Query<byte[]>("SELECT messages FROM outbox WHERE chat_id = @lineUserId AND kind = 'push' ORDER BY id", new { lineUserId });
        tx.Execute("DELETE FROM outbox WHERE chat_id = @lineUserId", new { lineUserId });
        return [.. told.Select(Read)];
    }

    /// <summary>Types a text to a handler that gets it, as a tap of no button.</summary>
    public static Reply Type<THandler>(
        this LedgerFixture ledger, Transaction tx, string lineUserId, Func<THandler, Turn, Reply> method, string text, DateTimeOffset now)
        where THandler : notnull
    {
        var customer = ledger.Of<AccountStore>().CustomerOf(tx, lineUserId);
        return method(ledger.Of<THandler>(), new Turn(new Tap(lineUserId, null!, "01J", new Dictionary<string, string>(), text), customer, tx, now));
    }

    public static Answer Answer(this Reply reply) => Read(reply.Messages);

    /// <summary>The data of the only button that says <paramref name="label"/>.</summary>
    public static string Data(this Answer answer, string label) => answer.Button(label).GetProperty("data").GetString()!;

    public static void Speak(this LedgerFixture ledger, Transaction tx, string lineUserId, Tongue tongue) =>
        ledger.Of<AccountStore>().Remember(tx, lineUserId, null, tongue, true, LedgerFixture.SignedAt);
}
