using Dapper;
using LineBot.Data;
using LineBot.Tests.Storage;

namespace LineBot.Tests.Data;

/// <summary>Partners are few and subscriptions many: every tap of the present tile asks for the first.</summary>
public sealed class PartnerStoreTests
{
    private const string OfOne = $"{PartnerStore.Select} WHERE s.id <> -1";

    [Fact]
    public void Reaches_every_table_by_an_index_on_SQLite()
    {
        using var folder = new TempFolder();
        using var store = TestStore.OfFile(folder.File("store.db"));
        Make(store);
        using var connection = store.Open();

        connection.Query("EXPLAIN QUERY PLAN " + OfOne, new { subscriptionId = 1 }).Select(step => (string)step.detail)
            .Where(step => step.StartsWith("SCAN", StringComparison.Ordinal)).ShouldBe(["SCAN known"]);
    }

    [PostgresFact]
    public void Asks_no_question_for_every_subscription_there_is_on_PostgreSQL()
    {
        using var store = TestStore.OfServer();
        Make(store);
        using var connection = store.Open();
        connection.Execute("SET enable_seqscan = off");

        var plan = connection.Query<string>("EXPLAIN " + OfOne.Replace("@subscriptionId", "1", StringComparison.Ordinal)).ToList();

        plan.ShouldAllBe(step => !step.Contains("SubPlan", StringComparison.Ordinal) && !step.Contains("Seq Scan", StringComparison.Ordinal));
        plan.Count(step => step.Contains("Index Cond", StringComparison.Ordinal))
            .ShouldBe(plan.Count(step => step.Contains("Scan ", StringComparison.Ordinal) && !step.Contains("Heap", StringComparison.Ordinal)), string.Join('\n', plan));
    }

    private static void Make(TestStore store)
    {
        using var engine = LineBot.Storage.StoreEngines.Of(store.Options);
        LineBot.Storage.Migrations.Apply(engine);
    }
}
