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
    private readonly Option<string[]> _users;
    private readonly Option<double?> _speed;
    private readonly Option<double?> _rate;
    private readonly Option<Uri?> _listen;
    private readonly Option<bool> _expect;
    private readonly Option<double?> _patience;

    public ReplayCommand(Shell shell) : base(shell, "replay",
        shell.Say("記録した Webhook を署名し直して送る", "Sign recorded webhooks again and post them"),
        "linebot replay tests/webhooks/*.json --to http://127.0.0.1:5000/webhook --secret SECRET",
        "Line__ChannelSecret=SECRET linebot replay yesterday.jsonl --to https://staging.example/webhook --speed 10",
        "linebot replay talk.jsonl --to http://127.0.0.1:5000/webhook --secret SECRET --new-users --expect --listen http://127.0.0.1:5090")
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
        Options.Add(_users = new("--user")
        {
            Description = shell.Say("記録のユーザー ID を別のものに置き換える。繰り返し指定できる", "Lets a recorded user, group or room be another one; can be repeated"),
            HelpName = "RECORDED=NOW",
        });
        _users.Validators.Add(input =>
        {
            foreach (var wrong in input.Tokens.Select(token => token.Value).Where(value => value.Split('=') is not [{ Length: > 0 }, { Length: > 0 }]))
                input.AddError(shell.Say($"--user は 記録のID=今のID の形です: '{wrong}'", $"--user takes RECORDED=NOW, not '{wrong}'."));
        });
        Options.Add(_speed = Positive("--speed",
            shell.Say("記録の間隔で送る。2 なら 2 倍の速さ (既定は、応答が来しだい次を送る)", "Keep the recorded pace, 2 for twice as fast (default: each when the one before was answered)")));
        Options.Add(_rate = Positive("--rate", shell.Say("1 秒に送る件数", "Webhooks a second")));
        Options.Add(_listen = AddressOption.Of(shell, "--listen", shell.Say(
            "LINE の API の代わりに待ち受ける (サービスの Line:ApiBaseUrl をこのアドレスにする)", "Stand in for LINE's API here (point the service's Line:ApiBaseUrl to it)")));
        Options.Add(_expect = new("--expect")
        {
            Description = shell.Say("応答を記録と比べ、違いを表示する (--listen が必要)", "Compare the answers with the recorded ones and show what differs (needs --listen)"),
        });
        Options.Add(_patience = Positive("--patience", shell.Say("--expect で応答を待つ秒数 (既定は 5)", "Seconds to wait for an answer with --expect (default: 5)")));
        Validators.Add(input =>
        {
            if (input.GetResult(_expect) is not null && input.GetResult(_listen) is null)
            {
                input.AddError(shell.Say("--expect には --listen が必要です。例: --listen http://127.0.0.1:5090 (サービスの Line:ApiBaseUrl も同じにする)",
                    "--expect needs --listen, for example --listen http://127.0.0.1:5090 (and the service's Line:ApiBaseUrl set to the same)."));
            }
            if (input.GetResult(_speed) is not null && input.GetResult(_rate) is not null)
                input.AddError(shell.Say("--speed と --rate は同時に指定できません。", "Give --speed or --rate, not both."));
            if (input.GetValue(_keepIds) && (input.GetValue(_newUsers) || input.GetResult(_users) is not null))
                input.AddError(shell.Say("--keep-ids と --new-users・--user は同時に指定できません。", "Give --keep-ids or --new-users and --user, not both."));
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var report = new ReplayReport(Shell);
        var entries = new ReplayFiles(Shell).Read(input.GetRequiredValue(_files));
        var webhooks = entries.Where(placed => placed.Entry is RecordedWebhook).ToList();
        var talks = new ExpectedTalks(entries);
        if (input.GetValue(_expect) && talks.IsEmpty)
            throw report.NothingToCompare();
        var secret = input.GetValue(_secret) ?? Shell.Settings(input).Required("Line:ChannelSecret");
        var users = (input.GetValue(_users) ?? []).Select(pair => pair.Split('=')).GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => pair.Last()[1]);
        var fresh = new FreshIds(Shell.Clock, input.GetValue(_newUsers), users);
        await using var line = input.GetValue(_listen) is { } address ? await LineStandIn.OpenAsync(address, LanguageIn(talks, fresh), Shell) : null;
        var expectation = input.GetValue(_expect) ? new Expectation(talks, line!, fresh, TimeSpan.FromSeconds(input.GetValue(_patience) ?? 5), Shell) : null;
        using var sender = new WebhookSender(Shell, input.GetRequiredValue(_to)!, secret);
        var player = new Player(sender, new Pace(input.GetValue(_speed), input.GetValue(_rate)), oneByOne: expectation is not null, Shell.Clock);
        IReadOnlyList<ReplayAnswer> answers = [];
        await Shell.WithProgressAsync(input, Say("再送", "replay"), async progress => answers = await player.PlayAsync(
            webhooks, BodyOf, expectation is null ? (_, _) => Task.CompletedTask : expectation.AnsweredAsync, progress, cancel));
        var posted = ReplaySummary.Of(answers);
        var differences = expectation is null || !posted.IsSuccess ? [] : await expectation.CompareAsync(cancel);
        var summary = posted with
        {
            Lost = entries.Select(placed => placed.Entry).OfType<RecordedGap>().Sum(gap => gap.Lost),
            Replies = line is null ? null : ReplyFigures.Of(line.ReplyTimes),
            Differences = expectation is null || !posted.IsSuccess ? null : [.. differences.Select(one => DifferenceRow.Of(one.Chat, one.Difference))],
        };
        Shell.Show(input, summary, () => report.Print(summary, differences, webhooks));
        return !summary.IsSuccess ? throw sender.Refused(answers.First(answer => answer.Status != 200))
            : differences.Count > 0 ? throw report.Differ(differences)
            : ExitCode.Done;

        byte[] BodyOf(int number)
        {
            var body = ((RecordedWebhook)webhooks[number].Entry).Body;
            var bytes = input.GetValue(_keepIds) ? body.ToArray() : fresh.In(body.Span);
            bytes = expectation?.Prepare(bytes) ?? bytes;
            line?.Announce(bytes);
            return bytes;
        }
    }

    private static Func<string, string?> LanguageIn(ExpectedTalks talks, FreshIds fresh)
    {
        var languages = talks.Languages.ToDictionary(person => fresh.ChatOf(person.Key), person => person.Value);
        return languages.GetValueOrDefault;
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
