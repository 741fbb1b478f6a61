namespace Line.Messaging.Tests.OpenApi;

public sealed class OpenApiFactAttribute : FactAttribute
{
    internal const string Reason = "LINE's OpenAPI description is not at ../shared/line-openapi beside the repository.";

    public OpenApiFactAttribute() => Skip = LineOpenApi.Folder is null ? Reason : null;
}

public sealed class OpenApiTheoryAttribute : TheoryAttribute
{
    public OpenApiTheoryAttribute() => Skip = LineOpenApi.Folder is null ? OpenApiFactAttribute.Reason : null;
}
