using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Drivers;

/// <summary>What the service logged. Warnings and errors fail the test unless it announced them.</summary>
public sealed class ServiceLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly ConcurrentBag<Func<LogEntry, bool>> _expected = [];

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public IEnumerable<LogEntry> Unexpected => _entries.Where(entry => entry.Level >= LogLevel.Warning && !_expected.Any(these => these(entry)));

    /// <summary>Lets warnings and errors pass that hold <paramref name="part"/> in their text or category.</summary>
    public void Expect(string part) => _expected.Add(entry =>
        entry.Text.Contains(part, StringComparison.Ordinal) || entry.Category.Contains(part, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(_entries, categoryName);

    public override string ToString() => string.Join('\n', _entries.TakeLast(60));

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<LogEntry> entries, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new LogEntry(logLevel, category, formatter(state, exception), exception));
    }
}

public sealed record LogEntry(LogLevel Level, string Category, string Text, Exception? Exception)
{
    public override string ToString() => $"{Level} {Category}: {Text}{(Exception is null ? "" : "\n" + Exception)}";
}
