namespace LineBot.Tests.RichMenu.Publishing;

/// <summary>The way to LINE, on which the caller can die after a call that LINE has taken, before it hears the answer.</summary>
public sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>How many changing calls LINE still gets; null is any number.</summary>
    public int? Left { get; set; }

    /// <summary>What happens elsewhere when LINE has taken a call.</summary>
    public Func<HttpRequestMessage, Task>? Meanwhile { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
            return await base.SendAsync(request, cancellationToken);
        if (Left == 0)
            throw new DiedException();
        var answer = await base.SendAsync(request, cancellationToken);
        if (Meanwhile is not null)
            await Meanwhile(request);
        if (--Left == 0)
            throw new DiedException();
        return answer;
    }
}

/// <summary>Whoever published is no more.</summary>
public sealed class DiedException : Exception;
