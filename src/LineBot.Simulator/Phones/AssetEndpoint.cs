using Microsoft.Net.Http.Headers;

namespace LineBot.Simulator.Phones;

/// <summary>Serves the page's own files. All styles come as one.</summary>
internal static class AssetEndpoint
{
    private static readonly Asset Styles = new("simulator.css", [.. Asset.Named(".css").SelectMany(asset => asset.Bytes)]);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/look/{name}", (string name) => name == Styles.Name ? Serve(Styles) : Serve(Asset.Find(name)));
        // The samples name their pictures by these addresses.
        routes.MapGet("/gallery/{name}.svg", (string name) => Serve(Asset.Find(name + ".svg")));
        routes.MapGet("/gallery/map/1040", () => Serve(Asset.Find("hills.svg")));
    }

    private static IResult Serve(Asset? asset) => asset is null
        ? Results.NotFound()
        : Results.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue(asset.Tag));
}
