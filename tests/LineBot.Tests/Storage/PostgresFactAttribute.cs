namespace LineBot.Tests.Storage;

/// <summary>A test that needs PostgreSQL: skipped where no server is named, but never in CI, which has to have one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (TestPostgres.Server is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"{TestPostgres.Variable} names no PostgreSQL server, as in Host=127.0.0.1;Username=linebot.";
    }
}
