namespace LineBot.Cli.Doctor;

/// <summary>Notes on the way how far LINE's clock is ahead of this machine's, as the answers' <c>Date</c> tells.</summary>
internal sealed class LineClock(TimeProvider clock) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    /// <summary>Null until LINE has answered.</summary>
    public TimeSpan? Ahead { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.Date is { } date)
            Ahead = date - (asked + (clock.GetUtcNow() - asked) / 2);
        return response;
    }
}
