using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Line.Messaging;

namespace LineBot.Cli.Replay;

internal sealed class ReplayCommand : Verb
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Argument<FileInfo[]> _files;
    private readonly Option<Uri> _to;
    private readonly Option<string?> _secret;
    private readonly Option<bool> _keepIds;

    public ReplayCommand(Shell shell) : base(shell, "replay",
        shell.Say("記録した Webhook を署名し直して送る", "Sign recorded webhooks again and post them"),
        "linebot replay tests/webhooks/*.json --to http://127.0.0.1:5000/webhook --secret SECRET",
        "Line__ChannelSecret=SECRET linebot replay yesterday.jsonl --to https://staging.example/webhook --keep-ids")
    {
        Arguments.Add(_files = new("FILE")
        {
            Description = shell.Say("Webhook の本文 (.json は 1 件、.jsonl は 1 行 1 件)", "Webhook bodies (.json holds one, .jsonl one a line)"),
            Arity = ArgumentArity.OneOrMore,
        });
        Options.Add(_to = new("--to")
        {
            Description = shell.Say("送り先", "Where to post them"),
            HelpName = "URL",
            Required = true,
            CustomParser = input => Uri.TryCreate(input.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : Wrong(input, shell),
        });
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
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var bodies = Recording.Read(input.GetRequiredValue(_files), Shell);
        var secret = input.GetValue(_secret) ?? Shell.Settings(input).Required("Line:ChannelSecret");
        var fresh = new FreshIds(Shell.Clock);
        using var http = new HttpClient { Timeout = LongestWait };
        var answers = new List<ReplayAnswer>();
        foreach (var body in bodies)
        {
            var bytes = input.GetValue(_keepIds) ? body.Bytes : fresh.In(body.Bytes);
            answers.Add(await PostAsync(http, input.GetRequiredValue(_to), body.Place, bytes, secret, cancel));
        }
        var summary = ReplaySummary.Of(answers);
        Shell.Show(input, summary, () => Print(summary));
        return summary.IsSuccess ? ExitCode.Done : Refused(answers.First(answer => answer.Status != 200));
    }

    private async Task<ReplayAnswer> PostAsync(HttpClient http, Uri to, string place, byte[] body, string secret, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
            Headers = { { "x-line-signature", WebhookSignature.Sign(secret, body) } },
        };
        var started = Shell.Clock.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var events = JsonNode.Parse(body)!["events"]!.AsArray().Count;
            return new ReplayAnswer(place, events, (int)response.StatusCode, Shell.Clock.GetElapsedTime(started));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            throw new TroubleException(
                Say("送り先に届きません。", "The address cannot be reached."), $"{to}: {e.Message}",
                Say("サービスが動いているか、--to のホストとポートを確認してください。", "Check that the service runs there, and host and port in --to."));
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

    private int Refused(ReplayAnswer answer) => throw new TroubleException(
        Say($"サービスが {answer.Status} を返しました。", $"The service answered {answer.Status}."), answer.Place,
        answer.Status switch
        {
            401 => Say("シークレットが違います。--secret をサービスの Line:ChannelSecret と合わせてください。", "The secret is wrong: give the service's Line:ChannelSecret as --secret."),
            404 => Say("--to のパスを確認してください (通常は /webhook)。", "Check the path in --to; it is usually /webhook."),
            503 => Say("サービスが受け付けられない状態です。ログを見て、後で再送してください。", "The service cannot store events now: see its log, and replay later."),
            _ => Say("サービスのログを確認してください。", "See the service's log."),
        });

    private static Uri? Wrong(System.CommandLine.Parsing.ArgumentResult input, Shell shell)
    {
        input.AddError(shell.Say($"--to は http か https の URL です: '{input.Tokens[0].Value}'", $"--to takes an http or https URL, not '{input.Tokens[0].Value}'."));
        return null;
    }
}
