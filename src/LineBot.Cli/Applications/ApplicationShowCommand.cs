using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Applications;

namespace LineBot.Cli.Applications;

internal sealed class ApplicationShowCommand : Verb
{
    private readonly Argument<long> _id;

    public ApplicationShowCommand(Shell shell) : base(shell, "show",
        shell.Say("申込の内容を表示する (個人情報を含む)", "Show what an applicant told, which is personal"),
        "linebot application show 12") =>
        Arguments.Add(_id = ApplicationArgument.Of(shell));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var store = new ApplicationStore();
        var id = input.GetRequiredValue(_id);
        var facts = await database.ReadAsync(
            tx => store.Find(tx, id) is { } application ? FactsOf(application, store.ContentOf(tx, id)) : null, cancel)
            ?? throw ApplicationArgument.Unknown(id, Shell);
        Shell.ShowTable(input, facts, (Say("項目", "what"), fact => fact.Name), (Say("内容", "told"), fact => fact.Value));
        return ExitCode.Done;
    }

    private static List<Fact> FactsOf(Application application, ApplicationContent content)
    {
        Fact[] all =
        [
            new("number", application.Number), new("state", application.State), new("kind", application.Kind), new("plan", content.PlanId),
            new("contract", $"{content.ContractId}"), new("loginId", content.LoginId), new("holderName", content.HolderName),
            new("holderKana", content.HolderKana), new("birthDate", content.BirthDate), new("postalCode", content.PostalCode),
            new("address", content.Address), new("userName", content.UserName), new("campaignCode", content.CampaignCode),
            new("invitationCode", content.InvitationCode),
        ];
        return [.. all.Where(fact => !string.IsNullOrEmpty(fact.Value))];
    }

    private sealed record Fact(string Name, string? Value);
}
