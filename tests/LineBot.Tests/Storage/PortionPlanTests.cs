using System.Text.RegularExpressions;
using Dapper;
using LineBot.Billing;
using LineBot.Data;
using LineBot.Storage;

namespace LineBot.Tests.Storage;

/// <summary>A chore that goes through everybody in portions begins each one where the last ended, in every table that it looks into.</summary>
public sealed partial class PortionPlanTests
{
    [PostgresFact]
    public void Turns_months_without_going_through_those_turned_before() => ShouldBeginAfter(PartStore.OfNotTurned);

    [PostgresFact]
    public void Closes_bills_without_going_through_those_closed_before() => ShouldBeginAfter(BillStore.OfNotClosed);

    private static void ShouldBeginAfter(string sql)
    {
        using var store = TestStore.OfServer();
        using (var engine = StoreEngines.Of(store.Options))
            Migrations.Apply(engine);
        using var connection = store.Open();
        // The plan of large tables, in which both sides are read in the order of their ids.
        connection.Execute("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_nestloop = off");

        var plan = connection.Query<string>("EXPLAIN " + Parameter().Replace(sql, of => of.Value is "@today" or "@month" ? "'2026-11-01'" : "4711")).ToList();

        plan.Count(step => step.Contains("Index Cond", StringComparison.Ordinal) && step.Contains("_id > 4711", StringComparison.Ordinal))
            .ShouldBe(plan.Count(step => step.Contains("Scan using", StringComparison.Ordinal)) - 1, string.Join('\n', plan));
    }

    [GeneratedRegex("@[a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();
}
