using System.Globalization;
using System.Text;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>
/// How every call is met: a request id, the faults that are switched on, the channel's token, LINE's error bodies, the record.
/// </summary>
internal sealed class ApiEndpoint(LinePlatform platform, IEndpointRouteBuilder routes)
{
    private readonly List<string> _addresses = [];

    /// <summary>Every method of every address that was mapped.</summary>
    public IReadOnlyList<string> Addresses => _addresses;

    public void Get(string path, Func<ApiRequest, ApiAnswer> act) => Map("GET", path, act);

    public void Post(string path, Func<ApiRequest, ApiAnswer> act) => Map("POST", path, act);

    public void Put(string path, Func<ApiRequest, ApiAnswer> act) => Map("PUT", path, act);

    public void Delete(string path, Func<ApiRequest, ApiAnswer> act) => Map("DELETE", path, act);

    public void PostAsync(string path, Func<ApiRequest, Task<ApiAnswer>> act) => Map("POST", path, act);

    /// <summary>For addresses that hand out tokens and so ask for none.</summary>
    public void PostOpen(string path, Func<ApiRequest, ApiAnswer> act) => Map("POST", path, OneAtATime(act), isOpen: true);

    public void GetOpen(string path, Func<ApiRequest, ApiAnswer> act) => Map("GET", path, OneAtATime(act), isOpen: true);

    public void MapTheRest()
    {
        foreach (var path in (string[])["/v2/{**rest}", "/oauth2/{**rest}"])
            routes.Map(path, context => ServeAsync(context, OneAtATime(_ => throw Refusal.NotFound()), path, isOpen: false));
    }

    private void Map(string method, string path, Func<ApiRequest, ApiAnswer> act) => Map(method, path, OneAtATime(act));

    private void Map(string method, string path, Func<ApiRequest, Task<ApiAnswer>> act, bool isOpen = false)
    {
        routes.MapMethods(path, [method], context => ServeAsync(context, act, path, isOpen));
        _addresses.Add($"{method} {path}");
    }

    private Func<ApiRequest, Task<ApiAnswer>> OneAtATime(Func<ApiRequest, ApiAnswer> act) =>
        request => Task.FromResult(platform.Do(() => act(request)));

    private async Task ServeAsync(HttpContext context, Func<ApiRequest, Task<ApiAnswer>> act, string path, bool isOpen)
    {
        var at = platform.Clock.GetUtcNow();
        var fault = platform.Faults.ForCall(context.Request.Path);
        var request = new ApiRequest(context, []);
        ApiAnswer answer;
        try
        {
            request = new ApiRequest(context, await ApiRequest.ReadBodyAsync(context.Request));
            answer = fault switch
            {
                ApiFault.FailBefore or ApiFault.ResetBefore => new Refusal(500, "Internal server error").ToAnswer(),
                ApiFault.TooMany => new Refusal(429, "The API rate limit has been exceeded. Try again later.").ToAnswer(),
                ApiFault.LateToken => ReplyTokens.Invalid().ToAnswer(),
                _ => await ActAsync(request, act, path, isOpen),
            };
            if (fault == ApiFault.FailAfter)
                answer = new Refusal(500, "Internal server error").ToAnswer();
        }
        catch (Refusal refusal)
        {
            answer = refusal.ToAnswer();
        }
        Record(at, request, answer, fault);
        if (fault == ApiFault.Delay)
            await Task.Delay(platform.Faults.Delay, platform.Clock, context.RequestAborted);
        if (fault is ApiFault.ResetBefore or ApiFault.ResetAfter)
            context.Abort();
        else
            await WriteAsync(context, request, answer);
    }

    private async Task<ApiAnswer> ActAsync(ApiRequest request, Func<ApiRequest, Task<ApiAnswer>> act, string path, bool isOpen)
    {
        platform.Do(() =>
        {
            if (!isOpen)
                platform.AccessTokens.Check(request.Header("Authorization"));
            platform.RateLimits.Count(request.Method, path);
        });
        RetryKeys.CheckSupport(request);
        return await act(request);
    }

    private async Task WriteAsync(HttpContext context, ApiRequest request, ApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-line-request-id"] = request.Id;
        context.Response.Headers.Date = platform.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (answer.AcceptedRequestId is not null)
            context.Response.Headers["x-line-accepted-request-id"] = answer.AcceptedRequestId;
        var bytes = answer.File?.Bytes ?? Encoding.UTF8.GetBytes(answer.ToString());
        context.Response.ContentLength = bytes.Length;
        if (bytes.IsEmpty)
            return;
        context.Response.ContentType = answer.File?.ContentType ?? "application/json";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private void Record(DateTimeOffset at, ApiRequest request, ApiAnswer answer, ApiFault? fault)
    {
        var text = answer.ToString();
        var isRefused = answer.Status >= 400 && fault is (null or ApiFault.Delay or ApiFault.ResetAfter);
        platform.Record.Add(number => new ApiCall(
            number, at, request.Id, request.Method, request.Path, request.BodyText, request.Header("X-Line-Retry-Key"),
            answer.Status, text, isRefused ? text : null, fault?.ToString()));
    }
}
