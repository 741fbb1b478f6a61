using LineBot.Language;
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
            ExceptionHandler = context => Show(context, Problem.Of(StatusOf(ErrorIn(context)), PageTongue.Of(context))),
            // A full disk or a caller's broken form is told to the customer; the store's own log has the first, nobody needs the second.
            SuppressDiagnosticsCallback = context => context.Exception is StoreUnavailableException or BadHttpRequestException,
        });
        app.UseStatusCodePages(context =>
            Show(context.HttpContext, Problem.Of(context.HttpContext.Response.StatusCode, PageTongue.Of(context.HttpContext))));
    }

    /// <summary>Stands behind the antiforgery check, whose verdict would otherwise reach the customer as a blank 400.</summary>
    public static void UseStaleFormPage(this IApplicationBuilder app) =>
        app.Use((context, next) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } form
            ? Show(context, Refused(form, PageTongue.Of(context)))
            : next(context));

    /// <summary>The check reads the form first, and so is the first to meet one that cannot be read.</summary>
    private static Problem Refused(IAntiforgeryValidationFeature form, Tongue tongue) =>
        form.Error?.GetBaseException() is BadHttpRequestException unreadable
            ? Problem.Of(unreadable.StatusCode, tongue)
            : Problem.StaleForm(tongue);

    private static Task Show(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        return problem.ToPage().ExecuteAsync(context);
    }

    private static Exception? ErrorIn(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error;

    private static int StatusOf(Exception? error) => error switch
    {
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
