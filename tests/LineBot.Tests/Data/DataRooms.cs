using System.Text;
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

    public static Answer Read(IReadOnlyList<Message> messages) =>
        new([.. JsonDocument.Parse(Encoding.UTF8.GetString(MessageBatch.Serialize(messages))).RootElement.EnumerateArray()]);

    public static Answer Answer(this Reply reply) => Read(reply.Messages);

    /// <summary>The data of the only button that says <paramref name="label"/>.</summary>
    public static string Data(this Answer answer, string label) => answer.Button(label).GetProperty("data").GetString()!;

    public static void Speak(this LedgerFixture ledger, Transaction tx, string lineUserId, Tongue tongue) =>
        ledger.Of<AccountStore>().Remember(tx, lineUserId, null, tongue, true, LedgerFixture.SignedAt);
}
