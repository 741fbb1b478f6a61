using LineBot.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace LineBot.Web;

/// <summary>Turns every way in which a page can fail into a page: no stack trace, no blank answer.</summary>
internal static class ProblemPages
{
    public static void UseProblemPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Show(context, StatusOf(ErrorIn(context))),
            // A page that fails while it is drawn leaves its renderer unfit for another.
            CreateScopeForErrors = true,
            // A full disk or a caller's broken form is told to the customer; the store's own log has the first, nobody needs the second.
            SuppressDiagnosticsCallback = context => context.Exception is StoreUnavailableException or BadHttpRequestException,
        });
        app.UseStatusCodePages(context => Show(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>Stands behind the antiforgery check, whose verdict would otherwise reach the customer as a blank 400.</summary>
    public static void UseStaleFormPage(this IApplicationBuilder app) =>
        app.Use((context, next) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } form
            ? Show(context, StatusOf(form))
            : next(context));

    /// <summary>The check reads the form first, and so is the first to meet one that cannot be read.</summary>
    private static int StatusOf(IAntiforgeryValidationFeature form) =>
        form.Error?.GetBaseException() is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status400BadRequest;

    private static Task Show(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        var tongue = PageTongue.Of(context);
        var area = context.RequestServices.GetServices<ProblemArea>().FirstOrDefault(area => context.Request.Path.StartsWithSegments(area.Path));
        return (area?.Page(status, tongue) ?? Problem.Of(status, tongue).ToPage()).ExecuteAsync(context);
    }

    private static Exception? ErrorIn(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error;

    private static int StatusOf(Exception? error) => error switch
    {
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
