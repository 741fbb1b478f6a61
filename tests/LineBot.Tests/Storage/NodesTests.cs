using System.Net;
using LineBot.Inquiries;
using LineBot.Operations;
using LineBot.Outbox;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Webhook;
using LineBot.Webhook;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Storage;

/// <summary>What nodes on one store owe one another.</summary>
public sealed class NodesTests
{
    [PostgresFact]
    public async Task A_chat_that_is_delivered_to_both_in_turn_is_answered_in_order()
    {
        const int texts = 40;
        await using var line = await NodeTalk.StartAsync(new ScriptedHandler());
        var phone = line.Platform.AddFriend("はな");
        line.Platform.Faults.Delay = TimeSpan.FromMilliseconds(60);
        line.Platform.Faults.Add(ApiFault.Delay, 0.5, "/message/");

        for (var n = 1; n <= texts; n++)
        {
            line.DeliverTo(n % 2);
            (await phone.SendTextAsync($"{n}"))!.IsAccepted.ShouldBeTrue();
        }

        await Eventually.IsSoAsync(() => NodeTalk.Heard(phone).Count >= texts, "all answers");
        NodeTalk.Heard(phone).ShouldBe(Enumerable.Range(1, texts).Select(n => $"heard {n}"));
    }

    [PostgresFact]
    public async Task What_a_node_that_is_gone_had_not_answered_another_answers()
    {
        var handler = new ScriptedHandler();
        await using var line = await NodeTalk.StartAsync(handler);
        var phone = line.Platform.AddFriend("はな");
        line.DeliverTo(0);
        await phone.SendTextAsync("before");
        await Eventually.IsSoAsync(() => NodeTalk.Heard(phone).Count == 1, "an answer");
        var answer = handler.OnMessage;
        var began = 0;
        handler.OnMessage = turn => Interlocked.Increment(ref began) == 1 ? throw new InvalidOperationException() : answer(turn);
        await phone.SendTextAsync("one");
        await phone.SendTextAsync("two");
        await Eventually.IsSoAsync(() => began > 0, "the first attempt to fail");

        line.Node(0).Leave();
        line.DeliverTo(1);
        await phone.SendTextAsync("three");

        await Eventually.IsSoAsync(() => NodeTalk.Heard(phone).Count >= 4, "all answers");
        NodeTalk.Heard(phone).ShouldBe(["heard before", "heard one", "heard two", "heard three"]);
        line.Store.Count($"SELECT COUNT(*) FROM inbox WHERE status = 1 AND owner = {line.Node(1).Id}").ShouldBeGreaterThanOrEqualTo(2, "what waited in the lane of the one that is gone");
    }

    [PostgresFact]
    public async Task A_node_that_wakes_up_in_the_middle_of_sending_does_not_push_what_another_has_replied()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var waits = false;
        await using var line = await NodeTalk.StartAsync(new ScriptedHandler(), () => Volatile.Read(ref waits) ? WaitAsync(begun, goOn) : Task.CompletedTask);
        var phone = line.Platform.AddFriend("はな");
        line.DeliverTo(0);
        await phone.SendTextAsync("known by now");
        await Eventually.IsSoAsync(() => NodeTalk.Heard(phone).Count == 1, "an answer");
        Volatile.Write(ref waits, true);
        await phone.SendTextAsync("once");
        await begun.Task;

        line.Node(0).Leave();
        await Eventually.IsSoAsync(() => NodeTalk.Heard(phone).Count == 2, "the other node to answer");
        goOn.SetResult();
        await Eventually.IsSoAsync(() => line.Of<SenderWorker>(0).Backlog == 0, "the first node to let go");

        NodeTalk.Heard(phone).ShouldBe(["heard known by now", "heard once"]);
        line.Platform.Record.Calls.Where(call => call.Path.EndsWith("/message/push", StringComparison.Ordinal)).ShouldBeEmpty();
        line.Store.Count("SELECT COUNT(*) FROM outbox WHERE status = 1 AND went_by = 'reply'").ShouldBe(2);
    }

    [PostgresFact]
    public async Task A_menu_that_was_switched_late_by_a_node_thought_dead_is_switched_once_more()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var line = await NodeTalk.StartAsync(new ScriptedHandler(), () => WaitAsync(begun, goOn));
        var phone = line.Platform.AddFriend("はな");
        await line.Of<Database>(0).WriteAsync(tx => line.Of<OutboxWriter>(0).SwitchMenu(tx, phone.UserId, "test", TimeProvider.System.GetUtcNow()));
        await begun.Task;

        line.Node(0).Leave();
        await Eventually.IsSoAsync(() => Switched() == 1, "the other node to switch it");
        goOn.SetResult();

        await Eventually.IsSoAsync(() => Switched() == 2, "it to be switched once more");
        line.Store.Count("SELECT COUNT(*) FROM outbox").ShouldBe(2);

        long Switched() => line.Store.Count($"SELECT COUNT(*) FROM outbox WHERE kind = 'menu' AND status = 1 AND owner = {line.Node(1).Id}");
    }

    [PostgresFact]
    public async Task Only_the_owner_can_say_what_became_of_a_row()
    {
        using var store = TestStore.OfServer();
        await using var one = Joined(store);
        await using var other = Joined(store);
        var (inbox, outbox, now) = (new InboxStore(), new OutboxStore(), DateTimeOffset.UnixEpoch);
        var e = await one.WriteAsync(tx => inbox.Add(tx, Event("1"), now)!);
        var message = await one.WriteAsync(tx => outbox.Add(tx, Message(), "1", now));
        (e.Owner, message.Owner, message.IsMarkedTried).ShouldBe((one.Node.Id, one.Node.Id, true));
        var next = await other.WriteAsync(tx => inbox.Add(tx, Event("2"), now)!);
        (next.Owner, next.Before).ShouldBe((one.Node.Id, e.Seq), "what waits of one chat has one owner");
        var second = await other.WriteAsync(tx => outbox.Add(tx, Message(), "2", now));
        (second.Owner, second.IsMarkedTried).ShouldBe((one.Node.Id, false));

        (await other.WriteAsync(tx => inbox.Table.TakeOver(tx, other.Node.Id))).ShouldBe(0, "its owner lives");
        one.Node.Leave();
        // The server ends a session a moment after it was left.
        await Eventually.IsSoAsync(() => other.Node.Nodes == 1, "the end of the session");
        (await other.WriteAsync(tx => inbox.Table.TakeOver(tx, other.Node.Id))).ShouldBe(2);
        (await other.WriteAsync(tx => outbox.Table.TakeOver(tx, other.Node.Id))).ShouldBe(2);

        (await one.WriteAsync(tx => inbox.MarkDone(tx, e, now)())).ShouldBeFalse();
        await Should.ThrowAsync<NotOursException>(one.WriteAsync(tx => inbox.MarkFailed(tx, e, "Exception", true, now)));
        foreach (var mark in (Action<Transaction, OutgoingMessage>[])
        [
            (tx, m) => outbox.MarkTried(tx, m, now), (tx, m) => outbox.GiveTokenUp(tx, m), (tx, m) => outbox.MarkUnheard(tx, m, "500"),
            (tx, m) => outbox.MarkUnanswered(tx, m, "500"), (tx, m) => outbox.MarkSent(tx, m, "push", now), (tx, m) => outbox.MarkExpired(tx, m, now),
            (tx, m) => outbox.MarkRefused(tx, m, "400", now),
        ])
        {
            await Should.ThrowAsync<NotOursException>(one.WriteAsync(tx => mark(tx, message)));
        }
        var taken = await other.ReadAsync(tx => (Event: inbox.Get(tx, e.Seq), Message: outbox.Get(tx, message.Id)));
        (taken.Event.Attempts, taken.Message.ReplyToken, taken.Message.MayHaveBeenHeard).ShouldBe((0, "token", true));
        (await other.WriteAsync(tx => inbox.MarkDone(tx, taken.Event, now)())).ShouldBeTrue();
        await other.WriteAsync(tx => outbox.MarkSent(tx, taken.Message, "reply", now));
    }

    [PostgresFact]
    public async Task What_a_tool_beside_the_nodes_stores_goes_to_the_one_that_has_the_chat_or_to_whoever_looks()
    {
        using var store = TestStore.OfServer();
        await using var tool = Node(store);
        await using var one = Joined(store);
        await using var other = Joined(store);
        var (inbox, now) = (new InboxStore(), DateTimeOffset.UnixEpoch);
        var first = await tool.WriteAsync(tx => inbox.Add(tx, Event("1"), now)!);
        first.Owner.ShouldBeNull();
        (await one.WriteAsync(tx => inbox.Add(tx, Event("2"), now)!)).Owner.ShouldBe(one.Node.Id);

        (await other.WriteAsync(tx => inbox.Table.TakeOver(tx, other.Node.Id))).ShouldBe(0);

        (await other.ReadAsync(tx => inbox.Get(tx, first.Seq))).Owner.ShouldBe(one.Node.Id);
    }

    [PostgresFact]
    public async Task A_node_whose_session_was_ended_comes_back_under_another_number_and_says_so()
    {
        await using var line = await NodeTalk.StartAsync(new ScriptedHandler());
        var before = line.Node(0).Id;
        using var http = new HttpClient();

        // Other tests have nodes of that number in other databases of this server.
        line.Store.Count(
            $"""
            SELECT COUNT(pg_terminate_backend(pid)) FROM pg_locks
            WHERE locktype = 'advisory' AND classid = 5498118 AND objid = {before} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """).ShouldBe(1);

        await Eventually.IsSoAsync(() => line.Node(0).Id is { } now && now != before, "another life");
        line.Node(1).IsAlive.ShouldBeTrue();
        (await line.ReadyAsync(1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        line.Node(1).Leave();
        (await http.GetStringAsync(new Uri(line.Address(0), "/metrics"))).ShouldContain("linebot_nodes ");
        var answer = await line.ReadyAsync(1);
        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, "not ready: this node has no session with the store"));
    }

    [PostgresFact]
    public async Task The_clocks_work_is_done_by_one_node_and_by_another_when_that_one_is_gone()
    {
        CountedChore[] chores = [new(), new()];
        await using var line = await NodeTalk.StartAsync(new ScriptedHandler(), configure: (node, builder) => builder.Services.AddSingleton<IChore>(chores[node]));

        await Eventually.IsSoAsync(() => chores[0].Done >= 5, "the first node to do it");
        chores[1].Done.ShouldBe(0);
        (line.Node(0).DoesChores, line.Node(1).DoesChores).ShouldBe((true, false));

        line.Node(0).Leave();
        await Eventually.IsSoAsync(() => chores[1].Done >= 5, "the second node to do it");
        line.Node(0).DoesChores.ShouldBeFalse();
    }

    [PostgresFact]
    public async Task What_changed_in_a_talk_is_heard_on_every_node_once_it_is_committed()
    {
        await using var line = await NodeTalk.StartAsync(new ScriptedHandler());
        var heard = new[] { new List<long>(), new List<long>() };
        for (var node = 0; node < 2; node++)
        {
            var mine = heard[node];
            line.Of<InquirySignal>(node).Changed += id =>
            {
                lock (mine)
                    mine.Add(id);
            };
        }
        var signal = line.Of<InquirySignal>(0);

        var undone = line.Of<Database>(0).WriteAsync(tx =>
        {
            signal.Raise(tx, 6);
            throw new InvalidOperationException();
        });
        await Should.ThrowAsync<InvalidOperationException>(undone);
        await line.Of<Database>(0).WriteAsync(tx => signal.Raise(tx, 7));

        await Eventually.IsSoAsync(() => Of(1).Contains(7), "the other node to hear");
        Of(0).ShouldBe([7]);

        List<long> Of(int node)
        {
            lock (heard[node])
                return [.. heard[node]];
        }
    }

    /// <summary>Says that it has come this far, and waits to be let on.</summary>
    private static Task WaitAsync(TaskCompletionSource begun, TaskCompletionSource goOn)
    {
        begun.TrySetResult();
        return goOn.Task;
    }

    private static Line.Messaging.WebhookEvent Event(string id) => Line.Messaging.WebhookEvent.Parse(System.Text.Encoding.UTF8.GetBytes(
        $$"""{"type":"follow","webhookEventId":"{{id}}","source":{"type":"user","userId":"U0123456789abcdef0123456789abcdef"},"mode":"active"}"""));

    private static OutgoingMessage Message() => new(
        0, OutgoingKind.Reply, "U0123456789abcdef0123456789abcdef", "token", DateTimeOffset.UnixEpoch.AddMinutes(1), [], Guid.NewGuid(),
        DateTimeOffset.UnixEpoch.AddMinutes(10), IsMarkedTried: true);

    private static Database Node(TestStore store) => new(Options.Create(store.Options), NullLogger<Database>.Instance);

    private static Database Joined(TestStore store)
    {
        var node = Node(store);
        node.Node.Join();
        return node;
    }

    private sealed class CountedChore : IChore
    {
        private int _done;

        public int Done => _done;

        public TimeSpan Rest => TimeSpan.FromMilliseconds(20);

        public Task<bool> DoPortionAsync(CancellationToken cancel)
        {
            Interlocked.Increment(ref _done);
            return Task.FromResult(false);
        }
    }
}
