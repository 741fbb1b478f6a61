using System.CommandLine;
using LineBot.RichMenu;
using Microsoft.Extensions.Logging.Abstractions;

namespace LineBot.Cli.RichMenu;

internal sealed class RichMenuApplyCommand : Verb
{
    private readonly Option<DirectoryInfo> _folder;

    public RichMenuApplyCommand(Shell shell) : base(shell, "apply",
        shell.Say("メニューをチャネルに公開する (変わったものだけ。何度実行してもよい)",
            "Publish the menus to the channel (only what changed; safe to run again)"),
        "linebot rich-menu apply", "Line__ChannelAccessToken=TOKEN linebot rich-menu apply") =>
        Options.Add(_folder = MenuFolderOption.Of(shell));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var menus = input.GetRequiredValue(_folder).Read(Shell);
        if (RichMenuCheckCommand.Faults(menus) is [var fault, ..])
        {
            throw new TroubleException(
                Say($"メニューに問題があるため公開しません: {fault.Japanese}", $"Nothing is published while the menus have problems: {fault.English}"),
                fault.Place, Say("linebot rich-menu check で全件を確認してください。", "See all of them with: linebot rich-menu check"));
        }
        using var channel = Channel.Of(Shell.Settings(input));
        var result = await new MenuPublisher(channel.Line, NullLogger<MenuPublisher>.Instance).PublishAsync(menus, cancel);
        Shell.ShowTable(input, result.Steps,
            (Say("結果", "step"), step => Sentence(step.Action)),
            (Say("対象", "subject"), step => step.Subject));
        if (result.Failure is not null)
            throw result.Failure;
        return ExitCode.Done;
    }

    private string Sentence(PublishAction action) => action switch
    {
        PublishAction.Unchanged => Say("変更なし", "unchanged"),
        PublishAction.Created => Say("作成", "created"),
        PublishAction.Uploaded => Say("画像を登録", "picture uploaded"),
        PublishAction.AliasSet => Say("エイリアスを設定", "alias set"),
        PublishAction.DefaultSet => Say("既定のメニューに設定", "made the default"),
        PublishAction.Kept => Say("旧メニューを保持 (LINE が移行中。後で再実行)", "old menu kept: LINE is still moving its customers, run again later"),
        _ => Say("旧メニューを削除", "old menu removed"),
    };
}
