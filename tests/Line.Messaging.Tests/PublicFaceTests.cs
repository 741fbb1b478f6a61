using System.Reflection;

namespace Line.Messaging.Tests;

/// <summary>What every public type of the library holds to.</summary>
public sealed class PublicFaceTests
{
    private static readonly Type[] Types = typeof(WebhookRequest).Assembly.GetExportedTypes();

    [Fact]
    public void Classes_are_sealed_unless_derived_from() =>
        Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).ShouldBeEmpty();

    [Fact]
    public void There_is_one_namespace() => Types.ShouldAllBe(type => type.Namespace == "Line.Messaging");

    [Fact]
    public void It_depends_on_nothing_but_NET() =>
        typeof(WebhookRequest).Assembly.GetReferencedAssemblies().ShouldAllBe(assembly => assembly.Name!.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Every_call_can_be_cancelled() =>
        Types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType.IsAssignableTo(typeof(Task)) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal))
            .Where(method => method.GetParameters()[^1].ParameterType != typeof(CancellationToken))
            .ShouldBeEmpty();
}
