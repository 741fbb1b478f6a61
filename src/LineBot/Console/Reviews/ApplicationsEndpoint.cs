using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Console.Staff;
using LineBot.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Console.Reviews;

/// <summary>Applications that wait for a decision.</summary>
internal sealed class ApplicationsEndpoint(
    Duties duties, ApplicationStore applications, ApplicationDesk desk, PlanStore plans, ContractStore contracts) : IConsoleEndpoint
{
    private const int LongestReason = 200;

    public void Map(IEndpointRouteBuilder pages)
    {
        const string One = $"{ConsoleAddress.Applications}/{{id:long}}";
        pages.MapPage(ConsoleAddress.Applications, context => duties.In(context, duty => List(duty, null)), OperatorRole.Supervisor);
        pages.MapGet(One, (HttpContext context, long id) => duties.In(context, duty => Show(duty, id, null))).For(OperatorRole.Supervisor);
        pages.MapPost($"{One}/approve", (HttpContext context, long id, [FromForm] string? number) =>
            duties.In(context, duty => Approve(duty, id, (number ?? "").Trim()))).For(OperatorRole.Supervisor);
        pages.MapPost($"{One}/decline", (HttpContext context, long id, [FromForm] string? reason) =>
            duties.In(context, duty => Decline(duty, id, (reason ?? "").Trim()))).For(OperatorRole.Supervisor);
    }

    private IResult Approve(Duty duty, long id, string number) =>
        Answer(duty, id, desk.Approve(duty.Tx, id, number, duty.Operator.Name, duty.Now), number);

    private IResult Decline(Duty duty, long id, string reason) => reason.Length is 0 or > LongestReason
        ? Show(duty, id, duty.Tongue.Say($"理由を1〜{LongestReason}文字で書いてください。", $"Give a reason of 1 to {LongestReason} characters."))
        : Answer(duty, id, desk.Decline(duty.Tx, id, duty.Operator.Name, duty.Now, reason), "");

    private IResult Answer(Duty duty, long id, DecisionResult result, string number) => result switch
    {
        DecisionResult.Done => TypedResults.LocalRedirect(ConsoleAddress.Application(id)),
        DecisionResult.NotFound => ConsoleProblem.Page(StatusCodes.Status404NotFound, duty.Tongue),
        _ => Show(duty, id, Refusal(result, duty.Tongue), number),
    };

    private RazorComponentResult<ApplicationsPage> List(Duty duty, string? said)
    {
        duty.Note("applications-viewed");
        return new(new { duty.View, Waiting = applications.ListReceived(duty.Tx), Said = said });
    }

    private IResult Show(Duty duty, long id, string? said, string number = "")
    {
        if (applications.Find(duty.Tx, id) is not { } application)
            return ConsoleProblem.Page(StatusCodes.Status404NotFound, duty.Tongue);
        var content = applications.ContentOf(duty.Tx, id);
        duty.Note("application-viewed", application.Number, content.ContractId);
        return new RazorComponentResult<ApplicationPage>(new
        {
            duty.View,
            Application = application,
            Content = content,
            Plan = plans.Find(duty.Tx, content.PlanId),
            Holder = content.ContractId is { } contract ? contracts.Find(duty.Tx, contract) : null,
            Said = said,
            Number = number,
        })
        { StatusCode = said is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict };
    }

    private static string Refusal(DecisionResult result, Tongue tongue) => result switch
    {
        DecisionResult.Settled => tongue.Say("この申込は、すでに処理されています。", "This application was decided before."),
        DecisionResult.NotANumber => tongue.Say("電話番号は 080-0000-0001 の形で入力してください。", "Write the number like 080-0000-0001."),
        DecisionResult.NumberTaken => tongue.Say("その電話番号は、ほかの回線で使われています。", "Another subscription has that number."),
        _ => tongue.Say("同じログインIDの契約ができたため、承認できません。", "Another contract has got the login ID meanwhile."),
    };
}
