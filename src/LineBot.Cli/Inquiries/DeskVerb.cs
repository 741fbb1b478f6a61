using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Inquiries;
using LineBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Inquiries;

/// <summary>Something that an operator does with one inquiry, and that reaches the customer's talk.</summary>
internal abstract class DeskVerb : Verb
{
    private readonly Argument<long> _id;
    private readonly Option<string> _operator;

    protected DeskVerb(Shell shell, string name, string description, params string[] examples) : base(shell, name, description, examples)
    {
        Arguments.Add(_id = InquiryArgument.Of(shell));
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected sealed override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var desk = service.Services.GetRequiredService<InquiryDesk>();
        var database = service.Services.GetRequiredService<Database>();
        var (id, name) = (input.GetRequiredValue(_id), input.GetRequiredValue(_operator));
        var outcome = await database.WriteAsync(tx => Act(input, desk, tx, id, name));
        if (!outcome.IsDone)
            throw Refusal(outcome, id);
        Shell.Show(input, new { Id = id, Result = "done" }, () => Shell.Output.WriteLine(Say(
            "受け付けました。動いているサービスが数秒で送信します。", "It is taken: the running service sends it within seconds.")));
        return ExitCode.Done;
    }

    protected abstract DeskOutcome Act(ParseResult input, InquiryDesk desk, Transaction tx, long id, string operatorName);

    private TroubleException Refusal(DeskOutcome outcome, long id) => outcome.Result switch
    {
        DeskResult.Closed => new(Say("この問い合わせは終了しています。", "This inquiry is closed."), $"{id}",
            Say("お客さまが新しく問い合わせるまで送れません。", "Nothing can be said until the customer asks again.")),
        DeskResult.TakenByOther => new(Say($"{outcome.TakenBy} が対応中です。", $"{outcome.TakenBy} has it."), $"{id}",
            Say($"{outcome.TakenBy} に任せるか、コンソールで引き継いでください。", $"Leave it to {outcome.TakenBy}, or have it handed on in the console.")),
        DeskResult.CustomerGone => new(Say("お客さまがアカウントをブロックしているため、届きません。", "The customer has blocked the account; it would not arrive."), $"{id}",
            Say("ほかの方法で連絡するか、inquiry close で終了してください。", "Reach them another way, or close it with: linebot inquiry close")),
        DeskResult.NotThatText => new(
            Say($"返信は 1〜{InquiryDesk.LongestAnswer} 文字です。", $"An answer has 1 to {InquiryDesk.LongestAnswer} characters."), $"{id}",
            Say("文章を直してください。", "Change the text.")),
        _ => InquiryArgument.Unknown(id, Shell),
    };
}
