using System.Data.Common;
using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.Storage;
using LineBot.Tests.Language;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Inquiries;

public sealed class InquiryStoreTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = Tokyo.At("2026-07-01T12:00:00");

    private readonly TempDatabase _database = new();
    private readonly InquiryStore _inquiries = new();
    private readonly QueueStore _queue = new();

    [Fact]
    public async Task An_inquiry_waits_from_its_opening_until_it_is_answered()
    {
        await _database.WriteAsync(tx =>
        {
            var id = Open(tx, "U1");
            _inquiries.Find(tx, id)!.WaitingSince.ShouldBe(Now);

            _inquiries.AddFromCustomer(tx, id, "text", "料金は？", "m1", Now).ShouldNotBeNull();
            _inquiries.AddFromCustomer(tx, id, "text", "まだですか", "m2", Now.AddMinutes(1)).ShouldNotBeNull();
            _inquiries.Find(tx, id)!.WaitingSince.ShouldBe(Now);

            _inquiries.AddFromOperator(tx, id, "sato", "1,628円です", Now.AddMinutes(2));
            _inquiries.Find(tx, id)!.WaitingSince.ShouldBeNull();
            _inquiries.CountUnanswered(tx, id).ShouldBe(0);

            _inquiries.AddFromCustomer(tx, id, "text", "ありがとう", "m3", Now.AddMinutes(3));
            _inquiries.Find(tx, id)!.WaitingSince.ShouldBe(Now.AddMinutes(3));
            _inquiries.CountUnanswered(tx, id).ShouldBe(1);
            _inquiries.Read(tx, id).Select(m => (m.Author, m.Text)).ShouldBe(
                [("customer", "料金は？"), ("customer", "まだですか"), ("operator", "1,628円です"), ("customer", "ありがとう")]);
        });
    }

    [Fact]
    public async Task One_message_is_added_once()
    {
        await _database.WriteAsync(tx =>
        {
            var id = Open(tx, "U1");
            _inquiries.AddFromCustomer(tx, id, "text", "一度", "m1", Now).ShouldNotBeNull();
            _inquiries.AddFromCustomer(tx, id, "text", "二度", "m1", Now).ShouldBeNull();
            _inquiries.Read(tx, id).ShouldHaveSingleItem().Text.ShouldBe("一度");
        });
    }

    [Fact]
    public async Task The_place_in_the_queue_counts_those_who_have_waited_longer()
    {
        await _database.WriteAsync(tx =>
        {
            var (second, third, first) = (Open(tx, "U2"), Open(tx, "U3"), Open(tx, "U1", Now.AddSeconds(1)));
            Ahead(tx, first, second, third).ShouldBe((2, 0, 1));
            _queue.ListWaiting(tx).Select(inquiry => inquiry.Id).ShouldBe([second, third, first]);

            _queue.Take(tx, second, "sato", Now).ShouldBeTrue();
            Ahead(tx, first, second, third).ShouldBe((1, 0, 0));

            _inquiries.Close(tx, third, "customer", Now).ShouldBeTrue();
            Ahead(tx, first, second, third).ShouldBe((0, 0, 0));

            _queue.Move(tx, second, "sato", null, Now).ShouldBeTrue();
            _inquiries.CountAhead(tx, first).ShouldBe(1, "put back to its old place");
            _queue.CountWaiting(tx).ShouldBe(2);
        });
    }

    [Fact]
    public async Task A_customer_has_one_open_inquiry_and_may_open_another_after_it_is_closed()
    {
        var first = await _database.WriteAsync(tx => Open(tx, "U1"));
        await Should.ThrowAsync<DbException>(_database.WriteAsync(tx => _inquiries.Open(tx, "U1", Now)));
        await _database.WriteAsync(tx =>
        {
            _inquiries.Close(tx, first, "operator", Now).ShouldBeTrue();
            _inquiries.Close(tx, first, "operator", Now).ShouldBeFalse();
            _inquiries.FindOpen(tx, "U1").ShouldBeNull();
            _inquiries.Find(tx, first)!.ShouldSatisfyAllConditions(
                inquiry => inquiry.IsOpen.ShouldBeFalse(), inquiry => inquiry.ClosedBy.ShouldBe("operator"));
            _inquiries.Open(tx, "U1", Now).ShouldNotBe(first);
        });
    }

    [Fact]
    public async Task Taking_a_message_back_removes_its_text_and_nobody_elses()
    {
        await _database.WriteAsync(tx =>
        {
            var id = Open(tx, "U1");
            _inquiries.AddFromCustomer(tx, id, "text", "消したい", "m1", Now);
            _inquiries.AddFromCustomer(tx, id, "text", "残す", "m2", Now);

            _inquiries.Unsend(tx, "U2", "m1", Now).ShouldBeNull();
            _inquiries.Unsend(tx, "U1", "m1", Now).ShouldNotBeNull();

            _inquiries.Read(tx, id).Select(m => (m.Text, m.UnsentAt)).ShouldBe([("", Now), ("残す", null)]);
        });
    }

    [Fact]
    public async Task Reads_the_newest_messages_of_a_long_inquiry_in_their_order()
    {
        await _database.WriteAsync(tx =>
        {
            var id = Open(tx, "U1");
            foreach (var n in Enumerable.Range(1, 5))
                _inquiries.AddFromCustomer(tx, id, "text", $"{n}", $"m{n}", Now);
            _inquiries.Read(tx, id, limit: 3).Select(m => m.Text).ShouldBe(["3", "4", "5"]);
        });
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private long Open(Transaction tx, string lineUserId, DateTimeOffset? at = null)
    {
        new AccountStore().Ensure(tx, lineUserId, Now);
        return _inquiries.Open(tx, lineUserId, at ?? Now);
    }

    private (int First, int Second, int Third) Ahead(Transaction tx, long first, long second, long third) =>
        (_inquiries.CountAhead(tx, first), _inquiries.CountAhead(tx, second), _inquiries.CountAhead(tx, third));
}
