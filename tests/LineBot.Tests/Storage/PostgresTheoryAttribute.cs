namespace LineBot.Tests.Storage;

/// <summary>As <see cref="PostgresFactAttribute"/>, several times.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = new PostgresFactAttribute().Skip;
}
