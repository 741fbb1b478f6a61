namespace Line.Messaging;

internal sealed class FixedTokenSource : ChannelTokenSource
{
    private readonly string _token;

    public FixedTokenSource(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        _token = token;
    }

    public override ValueTask<string> GetAsync(CancellationToken cancel) => new(_token);

    public override ValueTask<string?> RenewAsync(string rejected, CancellationToken cancel) => new((string?)null);
}
