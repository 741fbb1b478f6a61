using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

internal sealed class ReplayCommand : Verb
{
    private readonly Argument<FileInfo[]> _files;
    private readonly Option<Uri?> _to;
    private readonly Option<string?> _secret;
    private readonly Option<bool> _keepIds;
    private readonly Option<bool> _newUsers;
    private readonly Option<double?> _speed;
    private readonly Option<double?> _rate;

    public ReplayCommand(Shell shell) : base(shell, "replay",
        shell.Say("記録した Webhook を署名し直して送る", "Sign recorded webhooks again and post them"),
        "linebot replay tests/webhooks/*.json --to http://127.0.0.1:5000/webhook --secret SECRET",
        "Line__ChannelSecret=SECRET linebot replay yesterday.jsonl --to https://staging.example/webhook --speed 10")
    {
        Arguments.Add(_files = new("FILE")
        {
            Description = shell.Say("記録、Webhook の本文、1 行 1 件の本文 (JSON Lines)、HAR", "Recordings, webhook bodies, JSON Lines of bodies, HAR"),
            Arity = ArgumentArity.OneOrMore,
        });
        Options.Add(_to = AddressOption.Of(shell, "--to", shell.Say("送り先", "Where to post them")));
        _to.Required = true;
        Options.Add(_secret = new("--secret")
        {
            Description = shell.Say("チャネルシークレット (既定は設定 Line:ChannelSecret)", "Channel secret (default: the setting Line:ChannelSecret)"),
            HelpName = "SECRET",
        });
        Options.Add(_keepIds = new("--keep-ids")
        {
            Description = shell.Say("イベント ID と応答トークンを変えず、本文をそのまま送る (処理済みのものは無視される)",
                "Post the bodies as they are, with their event ids and reply tokens (the service ignores those it has answered)"),
        });
        Options.Add(_newUsers = new("--new-users")
        {
            Description = shell.Say("だれもが初めての人になる (ユーザー ID も新しくする)", "Make everybody somebody whom the service does not know (fresh user ids)"),
        });
        Options.Add(_speed = Positive("--speed",
            shell.Say("記録の間隔で送る。2 なら 2 倍の速さ (既定は、応答が来しだい次を送る)", "Keep the recorded pace, 2 for twice as fast (default: each when the one before was answered)")));
        Options.Add(_rate = Positive("--rate", shell.Say("1 秒に送る件数", "Webhooks a second")));
        Validators.Add(input =>
        {
            if (input.GetResult(_speed) is not null && input.GetResult(_rate) is not null)
                input.AddError(shell.Say("--speed と --rate は同時に指定できません。", "Give --speed or --rate, not both."));
            if (input.GetValue(_keepIds) && input.GetValue(_newUsers))
                input.AddError(shell.Say("--keep-ids と --new-users は同時に指定できません。", "Give --keep-ids or --new-users, not both."));
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var webhooks = new ReplayFiles(Shell).Read(input.GetRequiredValue(_files)).Where(placed => placed.Entry is RecordedWebhook).ToList();
        var secret = input.GetValue(_secret) ?? Shell.Settings(input).Required("Line:ChannelSecret");
        var fresh = new FreshIds(Shell.Clock, input.GetValue(_newUsers));
        using var sender = new WebhookSender(Shell, input.GetRequiredValue(_to)!, secret);
        var player = new Player(sender, new Pace(input.GetValue(_speed), input.GetValue(_rate)), Shell.Clock);
        IReadOnlyList<ReplayAnswer> answers = [];
        await Shell.WithProgressAsync(input, Say("再送", "replay"), async progress => answers = await player.PlayAsync(
            webhooks, BodyOf, _ => Task.CompletedTask, progress, cancel));
        var summary = ReplaySummary.Of(answers);
        Shell.Show(input, summary, () => Print(summary));
        return summary.IsSuccess ? ExitCode.Done : throw sender.Refused(answers.First(answer => answer.Status != 200));

        byte[] BodyOf(int number)
        {
            var body = ((RecordedWebhook)webhooks[number].Entry).Body;
            return input.GetValue(_keepIds) ? body.ToArray() : fresh.In(body.Span);
        }
    }

    private void Print(ReplaySummary summary)
    {
        Shell.Output.WriteLine(Say($"送信 {summary.Bodies} 件 (イベント {summary.Events} 件)", $"{summary.Bodies} bodies with {summary.Events} events"));
        foreach (var (status, count) in summary.Statuses)
            Shell.Output.WriteLine($"  {status}: {count}");
        var took = summary.Milliseconds;
        Shell.Output.WriteLine($"  p50 {took.P50:0.0} ms · p95 {took.P95:0.0} ms · p99 {took.P99:0.0} ms · max {took.Max:0.0} ms");
    }

    private Option<double?> Positive(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = input => double.TryParse(input.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100_000
            ? number
            : Wrong(name, input),
    };

    private double? Wrong(string name, ArgumentResult input)
    {
        input.AddError(Say($"{name} は 0 より大きい数です: '{input.Tokens[0].Value}'", $"{name} takes a number above 0, not '{input.Tokens[0].Value}'."));
        return null;
    }
}
