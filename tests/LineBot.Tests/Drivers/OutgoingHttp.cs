using System.Collections.Concurrent;
using System.Diagnostics;

namespace LineBot.Tests.Drivers;

/// <summary>Notices every call that leaves this machine, whoever in this process makes it and with whichever client.</summary>
internal sealed class OutgoingHttp : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public IReadOnlyList<string> Seen => [.. _seen];

    public static OutgoingHttp Watch()
    {
        var watch = new OutgoingHttp();
        watch._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(watch));
        return watch;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "System.Net.Http.HttpRequestOut.Start"
            && value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is HttpRequestMessage { RequestUri: { IsLoopback: false } uri })
            _seen.Enqueue(uri.Host);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }
}
