using Microsoft.Data.Sqlite;

namespace LineBot.Benchmarks.Load;

/// <summary>
/// Customers who all enter My Page at once, again and again: the tile's answer, its button's page, the sign-in, My Page.
/// Bounded in count and time.
/// </summary>
internal sealed class SignInRun(FakeLine line, ServiceProcess service)
{
    private const int Customers = 50;
    private const int Rounds = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly List<TimeSpan> _signIns = [];
    private readonly List<TimeSpan> _pages = [];

    public static async Task<int> RunAsync()
    {
        await using var line = await FakeLine.StartAsync(keepsBodies: true);
        using var service = await ServiceProcess.StartAsync(line.Address, Webhooks.Secret);
        var run = new SignInRun(line, service);
        run.Seed();
        using var limit = new CancellationTokenSource(Longest);
        await Task.WhenAll(Enumerable.Range(0, Customers).Select(n => run.VisitAsync(n, limit.Token)));
        System.Console.WriteLine($"""
            customers at once     {Customers}, {Rounds} times each
            sign-in               {Percentiles.Of(run._signIns)}
            My Page               {Percentiles.Of(run._pages)}
            """);
        return 0;
    }

    private static string UserOf(int n) => $"U{n:x32}";

    private void Seed()
    {
        using var store = new SqliteConnection(service.ConnectionString);
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText =
            """
            INSERT INTO plans (id, name_ja, name_en, data_kb, has_voice, monthly_yen, position) VALUES ('load', '6GB', '6 GB', 6000000, 1, 2420, 1);
            """;
        command.ExecuteNonQuery();
        for (var n = 0; n < Customers; n++)
        {
            command.CommandText =
                $"""
                INSERT INTO line_accounts (line_user_id, created_at) VALUES ('{UserOf(n)}', 0);
                INSERT INTO contracts (id, login_id, password_hash, holder_name, holder_kana, birth_date, created_at)
                VALUES ({n + 1000}, 'load{n}@example.jp', 'none', '客', 'キャク', '1990-01-01', 0);
                INSERT INTO contractor_links (contract_id, line_user_id, linked_at) VALUES ({n + 1000}, '{UserOf(n)}', 0);
                INSERT INTO subscriptions (id, contract_id, phone_number, user_name, plan_id, activated_at)
                VALUES ({n + 1000}, {n + 1000}, '070-0000-{n:0000}', '客', 'load', {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()});
                """;
            command.ExecuteNonQuery();
        }
    }

    private async Task VisitAsync(int n, CancellationToken cancel)
    {
        for (var round = -1; round < Rounds; round++)
        {
            // A browser of its own each time: somebody who is signed in already would be let straight through.
            using var visitor = new Visitor(line, service.Webhook);
            var signedInAfter = await visitor.EnterAsync(UserOf(n), $"visit{n:d10}{round + 1:d10}", cancel);
            var shownAfter = await visitor.OpenAsync("/my-page", cancel);
            if (round < 0)
                continue;
            lock (_signIns)
            {
                _signIns.Add(signedInAfter);
                _pages.Add(shownAfter);
            }
        }
    }
}
