using System.Net;

namespace LineBot.Benchmarks.Load;

/// <summary>What became of one posted event.</summary>
internal sealed record Answered(string Token, HttpStatusCode Status, long PostedAt, long AnsweredAt)
{
    public TimeSpan Took => TimeProvider.System.GetElapsedTime(PostedAt, AnsweredAt);
}
