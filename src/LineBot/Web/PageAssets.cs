using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace LineBot.Web;

/// <summary>
/// Styles and pictures of the pages. They travel inside the assembly, so they are there however the service is started, and their
/// addresses carry a hash of what is in them, so a browser keeps them for good.
/// </summary>
public static class PageAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> ByName = Load();

    /// <summary>The address of an asset, by the name of its file in Web/assets.</summary>
    public static string UrlOf(string name) => ByName[name].Url;

    internal static void Map(IEndpointRouteBuilder app)
    {
        foreach (var asset in ByName.Values)
        {
            app.MapGet(asset.Url, (HttpContext context) =>
            {
                context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
                return Results.Bytes(asset.Content, asset.ContentType);
            });
        }
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .ToFrozenDictionary(asset => asset.Name);
    }

    private static Asset Read(Assembly assembly, string resource)
    {
        using var content = new MemoryStream();
        using (var stream = assembly.GetManifestResourceStream(resource)!)
            stream.CopyTo(content);
        var bytes = content.ToArray();
        var name = resource[Prefix.Length..];
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        return new Asset(name, $"/assets/{stem}.{hash}{extension}", ContentTypeOf(extension), bytes);
    }

    private static string ContentTypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".js" => "text/javascript; charset=utf-8",
        _ => throw new NotSupportedException($"Web/assets holds a '{extension}' file; say here what its content type is."),
    };

    private sealed record Asset(string Name, string Url, string ContentType, byte[] Content);
}
