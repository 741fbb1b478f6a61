using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Applications;
using LineBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Applications;

/// <summary>An operator's decision on one application, of which the applicant hears in the talk.</summary>
internal abstract class DecisionVerb : Verb
{
    private readonly Argument<long> _id;
    private readonly Option<string> _operator;

    protected DecisionVerb(Shell shell, string name, string description, params string[] examples) : base(shell, name, description, examples)
    {
        Arguments.Add(_id = ApplicationArgument.Of(shell));
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected sealed override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var desk = service.Services.GetRequiredService<ApplicationDesk>();
        var (id, name) = (input.GetRequiredValue(_id), input.GetRequiredValue(_operator));
        var result = await service.Services.GetRequiredService<Database>().WriteAsync(tx => Decide(input, desk, tx, id, name));
        if (result != DecisionResult.Done)
            throw Refusal(result, id);
        Shell.Show(input, new { Id = id, Result = "done" }, () => Shell.Output.WriteLine(Say(
            "反映しました。トークからの申込には、動いているサービスが数秒で知らせます。",
            "It is done. An applicant from the talk is told by the running service within seconds.")));
        return ExitCode.Done;
    }

    protected abstract DecisionResult Decide(ParseResult input, ApplicationDesk desk, Transaction tx, long id, string operatorName);

    private TroubleException Refusal(DecisionResult result, long id) => result switch
    {
        DecisionResult.Settled => new(Say("この申込は処理済みです。", "This application was decided before."), $"{id}",
            Say("linebot application show で状態を確認してください。", "See how it stands with: linebot application show")),
        DecisionResult.NotANumber => new(Say("電話番号の書き方が違います。", "That is not how a phone number is written."), $"{id}",
            Say("080-0000-0001 のように書いてください。", "Write it like 080-0000-0001.")),
        DecisionResult.NumberTaken => new(Say("その電話番号は使われています。", "Another subscription has that phone number."), $"{id}",
            Say("別の番号を指定してください。", "Give another one.")),
        DecisionResult.LoginIdTaken => new(Say("そのログインIDの契約が、すでにあります。", "A contract has got that login ID meanwhile."), $"{id}",
            Say("application decline でお断りし、申し込みなおしをお願いしてください。", "Decline it, and ask the applicant to apply again.")),
        _ => ApplicationArgument.Unknown(id, Shell),
    };
}
