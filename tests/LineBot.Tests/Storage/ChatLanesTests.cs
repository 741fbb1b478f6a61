using System.Collections.Concurrent;
using LineBot.Storage;

namespace LineBot.Tests.Storage;

public sealed class ChatLanesTests
{
    [Fact]
    public async Task One_chat_is_worked_in_order_while_another_does_not_wait_for_it()
    {
        var gate = new TaskCompletionSource();
        var seen = new ConcurrentQueue<string>();
        var quickDone = new TaskCompletionSource();
        var slowDone = new TaskCompletionSource();
        var lanes = new ChatLanes<Piece>(async one =>
        {
            var piece = one.Name;
            if (piece == "slow 1")
                await gate.Task;
            seen.Enqueue(piece);
            if (piece == "quick")
                quickDone.SetResult();
            if (piece == "slow 3")
                slowDone.SetResult();
        });

        lanes.Add(new Piece(1, "slow", "slow 1"));
        lanes.Add(new Piece(2, "slow", "slow 2"));
        lanes.Add(new Piece(3, "slow", "slow 3"));
        lanes.Add(new Piece(4, "other", "quick"));

        await quickDone.Task.WaitAsync(TimeSpan.FromSeconds(10));
        seen.ShouldBe(["quick"]);
        gate.SetResult();
        await slowDone.Task.WaitAsync(TimeSpan.FromSeconds(10));
        seen.ShouldBe(["quick", "slow 1", "slow 2", "slow 3"]);
    }

    [Fact]
    public async Task A_piece_is_known_until_its_outcome_is_so_that_it_is_not_run_twice()
    {
        var runs = 0;
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        var lanes = new ChatLanes<Piece>(_ =>
        {
            (Interlocked.Increment(ref runs) == 1 ? first : second).SetResult();
            return Task.CompletedTask;
        });

        lanes.Add(new Piece(7, "chat", "piece"));
        await first.Task.WaitAsync(TimeSpan.FromSeconds(10));
        lanes.Add(new Piece(7, "chat", "piece"));
        lanes.Count.ShouldBe(1);
        runs.ShouldBe(1);

        lanes.Settled(7);
        lanes.Count.ShouldBe(0);
        lanes.Add(new Piece(7, "chat", "piece"));
        await second.Task.WaitAsync(TimeSpan.FromSeconds(10));
        runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_piece_that_was_taken_over_and_taken_back_waits_behind_what_is_still_done_with_it()
    {
        var gate = new TaskCompletionSource();
        var seen = new ConcurrentQueue<long?>();
        var lanes = new ChatLanes<Piece>(async piece =>
        {
            seen.Enqueue(piece.Owner);
            await gate.Task;
        });

        lanes.Add(new Piece(7, "chat", "piece") { Owner = 1 });
        lanes.Add(new Piece(7, "chat", "piece") { Owner = 2 });
        lanes.Add(new Piece(7, "chat", "piece") { Owner = 2 });
        (lanes.Knows(7, 1), lanes.Knows(7, 2), lanes.Knows(7, 3)).ShouldBe((true, true, false));
        lanes.Settled(7, 1);
        lanes.Count.ShouldBe(1);
        gate.SetResult();
        await lanes.WhenIdleAsync();

        seen.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task The_oldest_is_the_one_that_waits_longest_whatever_the_order_in_which_they_came()
    {
        var gate = new TaskCompletionSource();
        var lanes = new ChatLanes<Piece>(_ => gate.Task);
        lanes.Oldest.ShouldBeNull();
        lanes.Add(new Piece(2, "b", "later", DateTimeOffset.UnixEpoch.AddMinutes(2)));
        lanes.Add(new Piece(1, "a", "earlier", DateTimeOffset.UnixEpoch.AddMinutes(1)));
        lanes.Oldest.ShouldBe(DateTimeOffset.UnixEpoch.AddMinutes(1));
        lanes.Settled(1);
        lanes.Oldest.ShouldBe(DateTimeOffset.UnixEpoch.AddMinutes(2));
        gate.SetResult();
        await lanes.WhenIdleAsync();
    }

    private sealed record Piece(long Id, string ChatId, string Name, DateTimeOffset Since = default) : IChatPiece
    {
        public long? Owner { get; init; }
    }
}
