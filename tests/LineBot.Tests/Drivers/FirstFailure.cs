using System.Runtime.ExceptionServices;

namespace LineBot.Tests.Drivers;

/// <summary>
/// Remembers the assertion that failed in this test's own flow. What <c>await using</c> finds wrong at the end
/// would otherwise be reported in its place.
/// </summary>
internal sealed class FirstFailure : IDisposable
{
    private static readonly AsyncLocal<FirstFailure?> Current = new();

    private FirstFailure() => AppDomain.CurrentDomain.FirstChanceException += Notice;

    public string? Message { get; private set; }

    public static FirstFailure Watch() => Current.Value = new FirstFailure();

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Notice;

    private void Notice(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (Current.Value == this && e.Exception is (ShouldAssertException or Xunit.Sdk.XunitException or JourneyException))
            Message ??= e.Exception.Message;
    }
}
