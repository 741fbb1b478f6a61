using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using LineBot.Accounts;
using Microsoft.Data.Sqlite;

namespace LineBot.Benchmarks.Load;

/// <summary>
/// Fifty operators at the console with two thousand open talks: each has a talk open and kept up to date, and opens pages all the time,
/// while customers go on writing. Bounded in count and time.
/// </summary>
internal sealed partial class ConsoleRun(ServiceProcess service)
{
    private const int Operators = 50;
    private const int Talks = 2_000;
    private const int MessagesEach = 8;
    private const int Rounds = 20;
    private const string Password = "correct-horse-battery";
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly ConcurrentBag<TimeSpan> _desks = [];
    private readonly ConcurrentBag<TimeSpan> _talks = [];
    private readonly ConcurrentBag<TimeSpan> _seen = [];
    private readonly ConcurrentDictionary<string, long> _said = [];
    private readonly TaskCompletionSource _begin = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ready;
    private readonly Uri _console = new(service.Webhook, "/console");

    public static async Task<int> RunAsync()
    {
        await using var line = await FakeLine.StartAsync(keepsBodies: false);
        using var service = await ServiceProcess.StartAsync(line.Address, Webhooks.Secret);
        var run = new ConsoleRun(service);
        run.Seed();
        using var limit = new CancellationTokenSource(Longest, TimeProvider.System);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var customers = run.WriteAsync(over.Token);
        await Task.WhenAll(Enumerable.Range(1, Operators).Select(n => run.WorkAsync(n, over)));
        await over.CancelAsync();
        await customers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        System.Console.WriteLine($"""
            operators, open talks  {Operators}, {Talks}
            the desk               {Percentiles.Of(run._desks)}
            a talk with its card   {Percentiles.Of(run._talks)}
            a message, on screen   {Percentiles.Of(run._seen)} ({run._seen.Count} of {run._said.Count})
            memory at most         {service.PeakMegabytes} MB
            """);
        return 0;
    }

    private static string UserOf(int n) => $"U{n:x32}";

    private void Seed()
    {
        using var store = new SqliteConnection(service.ConnectionString);
        store.Open();
        using var transaction = store.BeginTransaction();
        using var command = store.CreateCommand();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var hash = Passwords.Hash(Password);
        void Do(string sql)
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        Do("INSERT INTO plans (id, name_ja, name_en, data_kb, has_voice, monthly_yen, position) VALUES ('load', '6GB', '6 GB', 6000000, 1, 2420, 1)");
        for (var n = 1; n <= Operators; n++)
            Do($"INSERT INTO operators (name, display_name, password_hash, role, created_at) VALUES ('op{n}', '担当{n}', '{hash}', 'supervisor', 0)");
        for (var n = 1; n <= Talks; n++)
        {
            // Six talks with each operator; the others wait.
            var taken = n <= Operators * 6 ? $"'op{(n - 1) % Operators + 1}', {now}, {now}" : "NULL, NULL, NULL";
            Do($"""
                INSERT INTO line_accounts (line_user_id, display_name, created_at, expects_action, expects_until)
                VALUES ('{UserOf(n)}', 'お客さま{n}', 0, 'talk-inquiry/question', {now + 86_400_000});
                INSERT INTO contracts (id, login_id, password_hash, holder_name, holder_kana, birth_date, created_at)
                VALUES ({n}, 'load{n}@example.jp', 'none', '客', 'キャク', '1990-01-01', 0);
                INSERT INTO contractor_links (contract_id, line_user_id, linked_at) VALUES ({n}, '{UserOf(n)}', 0);
                INSERT INTO subscriptions (id, contract_id, phone_number, user_name, plan_id, activated_at) VALUES ({n}, {n}, '070-0001-{n:0000}', '客', 'load', {now});
                INSERT INTO inquiries (id, line_user_id, opened_at, waiting_since, active_at, taken_by, taken_at, first_taken_at)
                VALUES ({n}, '{UserOf(n)}', {now - n * 1000}, {now}, {now}, {taken});
                """);
            for (var message = 0; message < MessagesEach; message++)
                Do($"INSERT INTO inquiry_messages (inquiry_id, author, kind, text, at) VALUES ({n}, 'customer', 'text', 'これはお問い合わせの文章です。{message}', {now})");
        }
        transaction.Commit();
    }

    private async Task WorkAsync(int n, CancellationTokenSource over)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false });
        await SignInAsync(http, $"op{n}", over.Token);
        var watching = WatchAsync(http, n, over.Token);
        for (var round = -1; round < Rounds; round++)
        {
            var desk = await TimeAsync(http, _console.AbsoluteUri, over.Token);
            await Task.Delay(Thinking, TimeProvider.System, over.Token);
            var talk = await TimeAsync(http, $"{_console}/talks/{n + Operators * Random.Shared.Next(6)}", over.Token);
            await Task.Delay(Thinking, TimeProvider.System, over.Token);
            if (round < 0)
            {
                // What is counted begins when all are signed in, have seen a page and watch: before that, fifty passwords are hashed.
                if (Interlocked.Increment(ref _ready) == Operators)
                    _begin.SetResult();
                await _begin.Task.WaitAsync(over.Token);
                continue;
            }
            _desks.Add(desk);
            _talks.Add(talk);
        }
        if (watching.IsFaulted)
            await watching;
    }

    private async Task SignInAsync(HttpClient http, string name, CancellationToken cancel)
    {
        var page = await http.GetStringAsync($"{_console}/sign-in", cancel);
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", FormToken().Match(page).Groups[1].Value), new("name", name), new("password", Password)]);
        using var answer = await http.PostAsync($"{_console}/sign-in", form, cancel);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != _console.AbsolutePath)
            throw new InvalidOperationException($"{name} was not let in: {answer.StatusCode}.");
    }

    /// <summary>Reads the stream of the operator's first talk, and finds the customers' words in it.</summary>
    private async Task WatchAsync(HttpClient http, int n, CancellationToken over)
    {
        using var stream = new StreamReader(await http.GetStreamAsync($"{_console}/live?talk={n}", over));
        var found = new HashSet<string>();
        while (await stream.ReadLineAsync(over) is { } got)
        {
            foreach (Match word in Word().Matches(got))
            {
                if (found.Add(word.Value) && _said.TryGetValue(word.Value, out var at))
                    _seen.Add(TimeProvider.System.GetElapsedTime(at));
            }
        }
    }

    /// <summary>Twenty messages a second, each to a talk that an operator has open.</summary>
    private async Task WriteAsync(CancellationToken over)
    {
        await _begin.Task.WaitAsync(over);
        using var http = new HttpClient();
        for (var count = 0; !over.IsCancellationRequested; count++)
        {
            var word = $"word{count:d8}x";
            _said[word] = TimeProvider.System.GetTimestamp();
            await Webhooks.SayAsync(http, service.Webhook, UserOf(count % Operators + 1), word, $"console{count:d13}", over);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, over);
        }
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient http, string address, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var response = await http.GetAsync(address, cancel);
        response.EnsureSuccessStatusCode();
        return TimeProvider.System.GetElapsedTime(begun);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("word[0-9]{8}x")]
    private static partial Regex Word();
}
