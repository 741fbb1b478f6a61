namespace LineBot.Simulator.Phones.Live;

/// <summary>
/// Takes gestures from the simulator's own page alone. Any other page in the same browser could send requests here, too,
/// and the pages in the phones' browsers are others.
/// </summary>
internal sealed class OwnPageFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var isOwn = request.Headers["Sec-Fetch-Site"] == "same-origin" || request.Headers.Origin == $"{request.Scheme}://{request.Host}";
        return isOwn ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
    }
}
