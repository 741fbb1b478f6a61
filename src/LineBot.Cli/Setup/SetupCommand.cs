using System.CommandLine;
using LineBot.Cli.Doctor;
using LineBot.Cli.RichMenu;
using LineBot.RichMenu.Publishing;

namespace LineBot.Cli.Setup;

internal sealed class SetupCommand : Verb
{
    private readonly Option<string> _file;

    public SetupCommand(Shell shell) : base(shell, "setup",
        shell.Say("新しいチャネルを、質問に答えながら動くところまで設定する", "Bring a new channel to work, question by question"),
        "linebot setup", "linebot setup --file /etc/linebot/linebot.env") =>
        Options.Add(_file = new("--file")
        {
            Description = shell.Say("設定を書くファイル (所有者だけが読める)", "Where the settings go, for its owner alone to read"),
            HelpName = "FILE",
            DefaultValueFactory = _ => $"linebot{EnvFile.Ending}",
        });

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var file = Path.GetFullPath(input.GetRequiredValue(_file));
        var interview = new Interview(Shell);
        var present = Present(Shell.Settings(input), file, interview);
        var draft = new Draft(present);
        await new ChannelStep(Shell, interview, draft).TakeAsync(cancel);
        new AddressStep(Shell, interview, draft).Take();
        Write(file, draft);
        interview.Tell(Say($"{file} に書きました。", $"{file} is written."));
        await new OperatorStep(Shell, interview, draft).TakeAsync(cancel);
        if (interview.Agree(Say("リッチメニューを公開しますか", "Publish the rich menus?")))
            await PublishAsync(input, draft, cancel);
        await new WebhookStep(Shell, interview, draft).TakeAsync(file, cancel);
        interview.Tell(Say($"全体を調べます。いつでも: linebot doctor --settings {file}", $"All of it is looked at now, and whenever you run: linebot doctor --settings {file}"));
        return await new Report(Shell).TellAsync(input, draft.Settings, cancel);
    }

    private Settings Present(Settings settings, string file, Interview interview)
    {
        if (Path.GetExtension(file) != EnvFile.Ending)
        {
            throw new TroubleException(
                Say($"ファイル名は {EnvFile.Ending} で終わる必要があります。", $"The file's name has to end in {EnvFile.Ending}."), file,
                Say($"例: --file /etc/linebot/linebot{EnvFile.Ending}", $"For example: --file /etc/linebot/linebot{EnvFile.Ending}"));
        }
        if (!File.Exists(file))
            return settings;
        return interview.Agree(Say($"{file} はすでにあります。その設定を直しますか (ほかの行は残ります)", $"{file} is there already. Change its settings (its other lines stay)?"), byDefault: false)
            ? settings.With(EnvFile.Read(file))
            : throw new TroubleException(Say("何も変えていません。", "Nothing was changed."), file, Say("別のファイルは --file で指定できます。", "Name another file with --file."));
    }

    private void Write(string file, Draft draft)
    {
        try
        {
            EnvFile.Write(file, draft.Answers);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                Say("設定を書けません。", "The settings cannot be written."), $"{file}: {e.Message}", Say("権限を確認するか、--file で別の場所を指定してください。", "Check the permissions, or name another place with --file."));
        }
    }

    private async Task PublishAsync(ParseResult input, Draft draft, CancellationToken cancel)
    {
        var menus = RichMenuCheckCommand.Faultless(MenuFolderOption.Default(), Shell);
        await using var publication = Publication.Open(draft.Settings, Shell);
        var plan = await publication.PlanAsync((channel, customers) => MenuPlanner.ToFolder(menus, channel, customers), cancel);
        await publication.DoAsync(input, plan, noWait: false, () => Shell.Output.WriteLine(plan.Steps.Count == 0
            ? Say("メニューはすでに公開されています。", "The menus are published already.")
            : Say("メニューを公開しました。", "The menus are published.")), cancel);
    }
}
