using System.Text.Json.Nodes;
using Line.Messaging;
using LineBot.RichMenu;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Webhook;

/// <summary>What a customer may rely on, whatever goes wrong between LINE, the service and its handlers.</summary>
public sealed class PromisesTests
{
    [Fact]
    public async Task An_event_delivered_twice_has_its_effect_and_its_answer_once()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        line.Platform.Faults.Add(WebhookFault.Duplicate);
        var phone = line.Phone("はな");

        (await phone.AskAsync("one")).Text.ShouldBe("heard one");

        await phone.HearsNothingAsync();
        handler.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData(ApiFault.ResetBefore)]
    [InlineData(ApiFault.ResetAfter)]
    [InlineData(ApiFault.FailBefore)]
    [InlineData(ApiFault.FailAfter)]
    [InlineData(ApiFault.TooMany)]
    public async Task An_answer_is_heard_once_whatever_happens_to_the_call_that_brings_it(ApiFault fault)
    {
        await using var line = await new ScriptedHandler().StartAsync();
        line.Platform.Faults.Add(fault, path: "/message/reply", times: 2);
        line.ExpectRefusal(IsLateToken);
        var phone = line.Phone("はな");

        (await phone.AskAsync("one")).Text.ShouldBe("heard one");

        await phone.HearsNothingAsync();
        line.Platform.MonthlyUsage.ShouldBe(0, "a reply costs nothing, a push does");
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_for_its_token_is_pushed()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        handler.OnMessage = turn =>
        {
            line.Clock.Turn(TimeSpan.FromMinutes(2));
            return Reply.With(new TextMessage("late"));
        };
        var phone = line.Phone("はな");

        (await phone.AskAsync("one")).Text.ShouldBe("late");

        line.Platform.Record.Calls.ShouldNotContain(call => call.Path.EndsWith("/reply", StringComparison.Ordinal));
        line.Platform.Record.Calls.Single(call => call.Path.EndsWith("/push", StringComparison.Ordinal)).RetryKey.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_token_that_LINE_refuses_before_anything_was_shown_gives_way_to_a_push()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        line.ExpectRefusal(call => call.Path.EndsWith("/reply", StringComparison.Ordinal));
        var phone = line.Phone("はな");
        handler.OnMessage = turn => Reply.With(new TextMessage("still heard"));

        await line.Platform.Webhooks.PostAsync((JsonObject)JsonNode.Parse($$"""
            {"type":"message","message":{"type":"text","id":"1","text":"x"},"webhookEventId":"01AAAAAAAAAAAAAAAAAAAAAAAA","deliveryContext":{"isRedelivery":false},
             "timestamp":1763262000000,"source":{"type":"user","userId":"{{phone.UserId}}"},"replyToken":"never-issued","mode":"active"}
            """)!);

        (await phone.NextAnswerAsync()).Text.ShouldBe("still heard");
    }

    [Fact]
    public async Task While_LINE_is_down_events_are_taken_and_their_answers_wait_in_order()
    {
        await using var line = await new ScriptedHandler().StartAsync();
        // Refused for the rate: there is no doubt that nothing was shown.
        line.Platform.Faults.Add(ApiFault.TooMany, path: "/message/");
        line.ExpectRefusal(IsLateToken);
        var phone = line.Phone("はな");
        await phone.SayAsync("one");
        await phone.SayAsync("two");
        await line.EventuallyAsync(() => line.Count("SELECT COUNT(*) FROM outbox WHERE status = 0") == 2, "both answers to wait");

        line.Platform.Faults.Clear();
        line.Clock.Turn(TimeSpan.FromMinutes(2));

        (await phone.NextAnswerAsync()).Text.ShouldBe("heard one");
        (await phone.NextAnswerAsync()).Text.ShouldBe("heard two");
        await phone.HearsNothingAsync();
    }

    [Fact]
    public async Task What_may_have_been_heard_is_not_said_again_when_its_token_has_run_out_meanwhile()
    {
        await using var line = await new ScriptedHandler().StartAsync();
        line.Platform.Faults.Add(ApiFault.FailAfter, path: "/message/reply", times: 1);
        line.Platform.Faults.Add(ApiFault.TooMany, path: "/message/");
        line.ExpectRefusal(IsLateToken);
        var phone = line.Phone("はな");
        (await phone.AskAsync("one")).Text.ShouldBe("heard one");
        await line.EventuallyAsync(() => line.Count("SELECT attempts FROM outbox") > 1, "a second attempt");

        line.Platform.Faults.Clear();
        line.Clock.Turn(TimeSpan.FromMinutes(2));

        await phone.HearsNothingAsync();
    }

    [Theory]
    [InlineData(9.9, true)]
    [InlineData(10.1, false)]
    public async Task A_chat_answer_is_sent_up_to_ten_minutes_late_and_not_later(double minutes, bool isHeard)
    {
        await using var line = await new ScriptedHandler().StartAsync();
        line.Platform.Faults.Add(ApiFault.TooMany, path: "/message/");
        line.ExpectRefusal(IsLateToken);
        line.Log.Expect("too old");
        var phone = line.Phone("はな");
        await phone.SayAsync("one");
        await line.EventuallyAsync(() => line.Count("SELECT attempts FROM outbox") > 0, "a first attempt");

        // Too late, LINE has to be down all the while: it could be told on the way otherwise.
        if (isHeard)
            line.Platform.Faults.Clear();
        line.Clock.Turn(TimeSpan.FromMinutes(minutes));
        line.Platform.Faults.Clear();

        if (isHeard)
            (await phone.NextAnswerAsync()).Text.ShouldBe("heard one");
        await phone.HearsNothingAsync();
        line.Count("SELECT status FROM outbox").ShouldBe(isHeard ? 1 : 2);
    }

    [Fact]
    public async Task A_month_without_quota_is_not_tried_again_and_again()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        line.Platform.MonthlyQuota = 0;
        line.ExpectRefusal(call => call.Status == 429);
        line.Log.Expect("refuses");
        var (phone, friend) = (line.Phone("はな"), line.Phone("けん"));
        await friend.AskAsync("hello");
        handler.OnMessage = turn => Reply.With(new TextMessage("done")).Telling(friend.UserId, new TextMessage("news"));

        (await phone.AskAsync("tell")).Text.ShouldBe("done");

        await friend.HearsNothingAsync();
        line.Platform.Record.Calls.Count(call => call.Path.EndsWith("/push", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_fails_is_tried_again_and_leaves_no_trace_of_its_failures()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        line.Log.Expect("Answering a message event failed");
        var phone = line.Phone("はな");
        await phone.AskAsync("hello");
        handler.OnMessage = turn =>
        {
            turn.Tx.Execute("UPDATE line_accounts SET display_name = display_name || '!'");
            return handler.Calls < 4 ? throw new InvalidOperationException("not yet") : Reply.With(new TextMessage("at last"));
        };

        await phone.SayAsync("one");
        await TurnUntilAsync(line, () => handler.Calls == 4);

        (await phone.NextAnswerAsync()).Text.ShouldBe("at last");
        line.Count("SELECT COUNT(*) FROM line_accounts WHERE display_name = 'はな!'").ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_fails_for_good_is_set_aside_its_customer_told_and_the_next_event_answered()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        line.Log.Expect("Answering a message event failed");
        handler.OnMessage = turn => turn.Tap.Text == "bad" ? throw new InvalidOperationException("secret words") : Reply.With(new TextMessage("fine"));
        var phone = line.Phone("はな");

        await phone.SayAsync("bad");
        await phone.SayAsync("good");
        await TurnUntilAsync(line, () => line.Count("SELECT COUNT(*) FROM inbox WHERE status = 2") == 1);

        (await phone.NextAnswerAsync()).Text.ShouldBe("sorry");
        (await phone.NextAnswerAsync()).Text.ShouldBe("fine");
        handler.Calls.ShouldBe(5, "four attempts and the good one");
        var store = line.Services.GetRequiredService<InboxStore>();
        var database = line.Services.GetRequiredService<Database>();
        var setAside = (await database.ReadAsync(tx => store.ListSetAside(tx, 10))).ShouldHaveSingleItem();
        setAside.LastError.ShouldNotBeNull().ShouldNotContain("secret words");

        line.ExpectRefusal(IsLateToken);
        handler.OnMessage = _ => Reply.With(new TextMessage("mended"));
        (await database.WriteAsync(tx => store.Retry(tx, setAside.WebhookEventId))).ShouldBeTrue();
        await TurnUntilAsync(line, () => handler.Calls == 6);
        (await phone.NextAnswerAsync()).Text.ShouldBe("mended");
    }

    [Fact]
    public async Task A_chat_that_waits_for_LINE_holds_up_itself_and_nobody_else()
    {
        var gate = new TaskCompletionSource();
        var handler = new ScriptedHandler { Asking = gate.Task.WaitAsync };
        await using var line = await handler.StartAsync();
        var (slow, quick) = (line.Phone("はな"), line.Phone("けん"));

        await slow.TapAsync("ask-line@1");
        await slow.SayAsync("after");
        (await quick.AskAsync("hello")).Text.ShouldBe("heard hello");
        slow.Phone.Talk.ShouldNotContain(entry => entry.Side == TalkSide.Bot);

        gate.SetResult();
        (await slow.NextAnswerAsync()).Text.ShouldBe("asked");
        (await slow.NextAnswerAsync()).Text.ShouldBe("heard after");
    }

    [Fact]
    public async Task With_a_full_backlog_LINE_hears_503_and_what_was_taken_is_answered()
    {
        var gate = new TaskCompletionSource();
        var handler = new ScriptedHandler { Asking = gate.Task.WaitAsync };
        await using var line = await handler.StartAsync(settings: ("Webhook:MaxBacklog", "2"));
        var phones = Enumerable.Range(0, 3).Select(i => line.Phone($"客{i}")).ToList();

        (await phones[0].TapAsync("ask-line@1"))!.Status.ShouldBe(200);
        (await phones[1].TapAsync("ask-line@1"))!.Status.ShouldBe(200);
        (await phones[2].TapAsync("ask-line@1"))!.Status.ShouldBe(503);

        gate.SetResult();
        (await phones[0].NextAnswerAsync()).Text.ShouldBe("asked");
        (await phones[1].NextAnswerAsync()).Text.ShouldBe("asked");
        await line.SettledAsync();
        (await phones[2].AskTapAsync("ask-line@1")).Text.ShouldBe("asked");
    }

    [Fact]
    public async Task In_standby_events_are_kept_and_not_answered()
    {
        var handler = new ScriptedHandler();
        await using var line = await handler.StartAsync();
        line.Platform.IsStandby = true;
        var phone = line.Phone("はな");

        await phone.SayAsync("one");

        await phone.HearsNothingAsync();
        handler.Calls.ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM inbox").ShouldBe(1);
    }

    [Theory]
    [InlineData("tea@1")]
    [InlineData("ask-line@2")]
    [InlineData("nonsense")]
    public async Task A_button_that_means_nothing_any_more_is_answered_politely(string data)
    {
        await using var line = await new ScriptedHandler().StartAsync();

        (await line.Phone("はな").AskTapAsync(data)).Text.ShouldBe("old button");
    }

    /// <summary>An attempt may be on its way at the moment when the clock is turned past its token's end.</summary>
    private static bool IsLateToken(ApiCall call) => call.Refusal!.Contains("Invalid reply token", StringComparison.Ordinal);

    /// <summary>Turns the clock on a little at a time, as the pauses between attempts need it.</summary>
    private static async Task TurnUntilAsync(Drivers.LineTalk line, Func<bool> isSo)
    {
        await line.EventuallyAsync(() =>
        {
            if (isSo())
                return true;
            line.Clock.Turn(TimeSpan.FromSeconds(1));
            return false;
        }, "the clock to bring it about");
    }
}
