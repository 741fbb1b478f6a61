namespace LineBot.Console.Talks;

/// <summary>What became of an act: to a page the way on, to the script a few words.</summary>
/// <param name="Said">Why it was not done.</param>
/// <param name="Go">Where to go on.</param>
internal sealed record TalkAnswer(bool IsDone, string? Said, string? Go) : IResult
{
    public static bool IsForScript(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    public Task ExecuteAsync(HttpContext httpContext) => IsForScript(httpContext)
        ? Results.Json(new { done = IsDone, said = Said, go = Go }, statusCode: IsDone ? StatusCodes.Status200OK : StatusCodes.Status409Conflict).ExecuteAsync(httpContext)
        : Results.LocalRedirect(Go ?? ConsoleAddress.Root).ExecuteAsync(httpContext);
}
